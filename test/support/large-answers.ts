/** Bodies of about the given size in bytes that hold as much as they can, each in its own way. */
export const largeAnswers: Readonly<Record<string, (size: number) => string>> = {
  'zeros as items': (size) => filled('{"batchId":"b","batchStatus":"x","batchItems":[', '0,', ']}', size),
  'zeros as batches': (size) => filled('[', '0,', ']', size),
  'arrays of nothing': (size) => filled('[', '[],', ']', size),
  'arrays of arrays': (size) => filled('[', `[${'[[[]]],'.repeat(3000)}0],`, ']', size),
  'objects of nothing': (size) => filled('{"batchItems":[', '{},', ']}', size),
  'objects of a key': (size) => filled('[', '{"batchid":{"a":1}},', ']', size),
  'as many keys': (size) => manyKeys(size),
  'the same key': (size) => filled('{"batchStatus":"x",', '"batchitems":[0],', '}', size),
  'one long string': (size) => `{"batchId":"b","batchStatus":"${'aB1 '.repeat(size / 4)}"}`,
  'one long key': (size) => `{"batchId":"b","batchStatus":"x","${'aB1 '.repeat(size / 4)}":1}`,
  'a string of escapes': (size) => `{"batchId":"b","batchStatus":"${'\\u0041'.repeat(size / 6)}"}`,
  'a string of backslashes': (size) => `{"batchId":"b","batchStatus":"${'\\\\'.repeat(size / 2)}"}`,
  'a long number': (size) => `{"batchId":${'1'.repeat(size - 40)},"batchStatus":"x"}`,
  'depth without an end': (size) => '['.repeat(size),
  'deep arrays': (size) => `${'['.repeat(size / 2)}${']'.repeat(size / 2)}`,
  'deep objects': (size) => `${'{"error":'.repeat(size / 10)}1${'}'.repeat(size / 10)}`,
  'phones without names': (size) =>
    filled('{"batchId":"b","batchStatus":"x","batchItems":[', '{"status":"success"},', ']}', size),
  'phones without an end': (size) =>
    filled(
      '{"batchId":"b","batchStatus":"x","batchItems":[',
      '{"userName":"a@contoso.com","hardwareId":"00-04-F2-81-24-B3","status":"x","error":"Offline"},',
      ']}',
      size,
    ),
  'domains without an end': (size) =>
    filled('{"tenantId":"t","verifiedDomains":[', '{"name":"contoso.com"},', ']}', size),
  'a page': (size) => `<!doctype html>${'<p>Blocked, {"by":["a proxy"]}</p>'.repeat(size / 34)}`,
  'a JWT without an end': (size) => `{"batchId":"b","batchStatus":"eyJ${'aB1.eyJ'.repeat(size / 7)}"}`,
}

function filled(begin: string, part: string, end: string, size: number): string {
  const parts = part.repeat(Math.max(1, Math.floor((size - begin.length - end.length) / part.length)))
  return `${begin}${parts.slice(0, -1)}${end}`
}

function manyKeys(size: number): string {
  const keys: string[] = []
  for (let length = 0; length < size - 100; length += 12)
    keys.push(`"k${keys.length.toString(36).padStart(7, '0')}":0`)
  return `{"batchId":"b","batchStatus":"x",${keys.join()}}`
}

/** What the service would say had it been busy for 30 days: 8,000 batches, the whole of 800,000 phones. */
export const honestSummaries = (batches = 8_000): string =>
  JSON.stringify(
    Array.from({ length: batches }, (_, index) => ({
      batchId: `3fa85f64-5717-4562-b3fc-${String(index).padStart(12, '0')}`,
      batchItemsCount: 100,
      batchStatus: 'Completed',
      region: 'NOAM',
      requestTime: '2026-03-02T09:00:00.1234567Z',
      userId: '00000000-0000-4000-8000-0000000000ad',
    })),
  )
