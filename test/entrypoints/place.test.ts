import { expect, test } from 'vitest';
import { hashOf, readPlace } from '@/entrypoints/log/place';

test('room, filter and the room’s own part stand in the address and come back', () => {
  const hash = '#/accounts?q=loan&level=strong&sort=-seen';
  const place = readPlace(hash, { blind: false });
  expect(place).toEqual({ room: 'accounts', filter: { text: 'loan', levels: ['strong'] }, query: 'sort=-seen' });
  expect(hashOf(place)).toBe(hash);
});

test('to blind eyes an address tells no judgement: what it asks of levels, findings, flocks and labels is left aside', () => {
  const asked = '#/posts?q=loan&tag=egypt&level=strong&fp=copied-text&label=spam&flock=f1&by=12&sort=-time';
  expect(readPlace(asked, { blind: true })).toEqual({
    room: 'posts',
    filter: { text: 'loan', hashtag: 'egypt', account: '12' },
    query: 'sort=-time',
  });
});
