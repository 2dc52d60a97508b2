import { describe, expect, test } from 'vitest';
import { handleKind, profileShape, profileTraits } from '../../../lib/flocks/profile';

describe('a handle', () => {
  test.each([
    ['adelelmreshed1', 'Adel Elmreshed', 'name-and-digit'],
    ['Adel_Elmreshed12', 'Adel Elmreshed', 'name-and-digit'],
    ['adelelm3', 'Adel Elmreshed', 'name-and-digit'],
    ['adelelmreshed', 'Adel Elmreshed', 'other'],
    ['adel9', 'Adel Elmreshed', 'other'],
    ['AdelElm12345678', 'Adel Elmreshed', 'default'],
    ['adelelmreshed1', 'عادل المرشد', 'other'],
    ['somebody1', 'Adel Elmreshed', 'other'],
  ])('@%s of “%s” is %s', (handle, name, kind) => {
    expect(handleKind({ id: '1', handle, name })).toBe(kind);
  });
  test('without a name nothing can be said', () => {
    expect(handleKind({ id: '1', handle: 'adel1' })).toBeUndefined();
  });
});

describe('the shape of a profile', () => {
  test.each([
    ['words', 'https://b.example', false, 'bio banner'],
    ['', 'https://b.example', false, 'banner'],
    ['words', '', false, 'bio'],
    ['', '', false, 'bare'],
    ['', '', true, 'no picture'],
  ])('%j, %j, %s: %s', (bio, bannerUrl, defaultAvatar, shape) => {
    expect(profileShape({ id: '1', bio, bannerUrl, defaultAvatar })).toBe(shape);
  });
  test('a part that was not told makes it unknown, not empty', () => {
    expect(profileShape({ id: '1', bio: 'words', bannerUrl: '' })).toBeUndefined();
    expect(profileShape({ id: '1', bannerUrl: '', defaultAvatar: false })).toBeUndefined();
  });
});

test('short bios are anybody’s; long ones are folded and cut', () => {
  expect(profileTraits({ id: '1', bio: 'God, family 🌴' })).not.toHaveProperty('bio');
  expect(profileTraits({ id: '1', bio: 'Proud of my country and its people!' }).bio).toBe(
    'proudofmycountryanditspeople',
  );
  expect(profileTraits({ id: '1', bio: 'words of my own '.repeat(50) }).bio?.length).toBeLessThanOrEqual(160);
});

test('of a profile that was not seen nothing is kept', () => {
  expect(profileTraits({ id: '1' })).toEqual({});
});
