import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeCertificate } from './certificate';

test('is x.com’s and its relatives’, valid now, with its own key and the fingerprint that Chromium asks for', async () => {
  const { key, cert, spki } = await makeCertificate();
  const certificate = new X509Certificate(cert);
  for (const host of ['x.com', 'api.x.com', 'twitter.com', 'mobile.twitter.com', 'pbs.twimg.com'])
    expect(certificate.checkHost(host), host).toBeDefined();
  expect(certificate.checkHost('example.org')).toBeUndefined();
  expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
  const nowMs = Date.now();
  expect(Date.parse(certificate.validFrom)).toBeLessThan(nowMs);
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(nowMs);
  const der = certificate.publicKey.export({ type: 'spki', format: 'der' });
  expect(spki).toBe(createHash('sha256').update(der).digest('base64'));
});

test('each is new', async () => {
  const [one, other] = [await makeCertificate(), await makeCertificate()];
  expect(one.spki).not.toBe(other.spki);
});
