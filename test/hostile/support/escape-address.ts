import fc from 'fast-check'

const origin = 'app://bulk-sign-in'

const up = fc.constantFrom(
  '..',
  '.',
  '...',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '%25252e%25252e',
  '%c0%ae%c0%ae',
  '%uff0e%uff0e',
  '\uff0e\uff0e',
  '\u2024\u2024',
  '..;',
  '..%00',
  '..%20',
  '..\u200b',
)
const separator = fc.constantFrom(
  '/',
  '//',
  '\\',
  '%2f',
  '%2F',
  '%5c',
  '%5C',
  '%252f',
  '%255c',
  '%c0%af',
  '\uff0f',
  '\u2215',
  '/./',
  '%2f%2e%2f',
)
const begin = fc.constantFrom(
  '/',
  '',
  '/assets/',
  '/index.html/',
  '/index.html%2f',
  '//',
  '/%2f',
  '/%2f%2f',
  '/%5c%5c',
  '/\\\\',
  '/C:/',
  '/C:%5c',
  '/C%3a%5c',
  '/%5c%5c.%5c',
  '/%5c%5c%3f%5cC:%5c',
  '/%5c%5ccontoso.com%5cshare%5c',
  '/file:///',
  '/~/',
  ':80/',
  '@contoso.com/',
  '.contoso.com/',
)
const target = fc.constantFrom(
  'package.json',
  'index.html',
  'main/index.js',
  'out/main/index.js',
  'renderer-beside/index.html',
  'etc/passwd',
  'windows/win.ini',
  'index.html%00.js',
  'index.js::$DATA',
  'index.html.',
  'index.html%20',
  'CON',
  'nul.html',
  '',
  '%',
  '%E0%A4%A',
  '?/../../package.json',
  '#/../../package.json',
)

/** Addresses of the app's own scheme that mean something outside the folder of its page. */
export const escapeAddress: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(begin, fc.array(fc.tuple(up, separator), { minLength: 1, maxLength: 6 }), target)
      .map(([start, steps, end]) => `${origin}${start}${steps.flat().join('')}${end}`),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 30 }).map((rest) => `${origin}/${rest}`),
  },
)
