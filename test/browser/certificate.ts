/** A certificate for the stand-in, made on the spot: no network, no openssl, nothing secret in the repository. */
import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
  /** Base64 of the SHA-256 of the public key, as Chromium's `--ignore-certificate-errors-spki-list` takes it. */
  readonly spki: string;
}

/** The hosts that the stand-in answers for. */
export const hosts = ['x.com', '*.x.com', 'twitter.com', '*.twitter.com', '*.twimg.com'] as const;

/** Valid from yesterday (clocks differ) for a month. */
export async function makeCertificate(): Promise<Certificate> {
  const dayMs = 86_400_000;
  const made = await generate([{ name: 'commonName', value: 'x.com' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - dayMs),
    notAfterDate: new Date(Date.now() + 30 * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
    ],
  });
  const publicKey = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key: made.private, cert: made.cert, spki: createHash('sha256').update(publicKey).digest('base64') };
}
