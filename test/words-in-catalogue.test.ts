import { describe, expect, test } from 'vitest'
import {
  isNode,
  lineOf,
  parsed,
  type Source,
  type SyntaxNode,
  sourcesOutsideCatalogue,
  walk,
} from './support/source-strings.ts'

/** Strings that read like English and are none of the product's words. `texts`: those alone; else all of the files. */
type Exception = { readonly files: RegExp; readonly texts?: RegExp; readonly why: string }

const exceptions: readonly Exception[] = [
  { files: /^src\/core\/simulator\//, why: 'the simulator speaks as the service does, in its English' },
  { files: /^src\/shared\/gateway\/guidance\.ts$/, why: 'what the service says, to be recognised' },
  { files: /^src\/shared\/site\/dhcp\//, why: 'the syntax of DHCP servers' },
  { files: /^src\/shared\/site\/check\/addresses\.ts$/, why: 'what a server of Microsoft answers' },
  {
    files: /^src\/shared\/(?:site\/conditional-access|readiness\/fix-scripts|run\/powershell)\.ts$/,
    texts:
      /^(?:SIP Gateway (?:API|UserApp)$|Teams SIP Gateway$|[A-Za-z]+ = [$']|[$]|if |foreach |[A-Z][a-z]+-[A-Z])|\| Select-Object/,
    why: 'lines of PowerShell, and names of applications of Microsoft',
  },
  {
    files: /^src\/cli\/tokens\/data-protection\.ts$/,
    texts: /^Add-Type /,
    why: 'a line of PowerShell',
  },
  {
    files: /^src\/shared\/site\/vendors\.ts$/,
    texts: /^Alcatel-Lucent Enterprise$/,
    why: 'the name of a maker',
  },
  { files: /^src\/shared\/site\/vendors-table\.ts$/, why: 'prefixes of MAC addresses' },
  { files: /^src\/shared\/phones\/adapters\.ts$/, why: 'names of products' },
  { files: /^src\/shared\/phones\/heading\.ts$/, why: 'headings of lists, to be recognised' },
  { files: /^src\/shared\/doctor\/vocabulary\.ts$/, why: 'parts of keys, to be recognised' },
  {
    files: /^src\/shared\/doctor\/masks\.ts$/,
    texts: /^\((?:key|text) of \{\} characters\)$|^\(\{\} digits\)$/,
    why: 'masks in a report for the project, which reads it in English',
  },
  {
    files: /^src\/shared\/run\/result-file\.ts$/,
    texts: /^What to do$/,
    why: 'a heading of the results, which programs read',
  },
  { files: /^src\/shared\/report\/final-rows\.ts$/, texts: /^(?:device|row) /, why: 'keys of a map' },
  {
    files: /^src\/(?:renderer\/.*\.tsx?|shared\/report\/report-style\.ts)$/,
    texts:
      /^(?:\d+px |@(?:media|container|top-center) |& :|:root |\((?:forced-colors|prefers-color-scheme): |(?:auto|max-content) minmax|repeat\(|repeating-linear-gradient\(|color-mix\(|min\(|layout style$|span )/,
    why: 'CSS',
  },
  {
    files: /^src\/renderer\/src\/features\/phones\/(?:cells-of-page|use-paste)\.ts$/,
    why: 'selectors of elements',
  },
  {
    files: /^src\/renderer\/src\/features\/(?:unconfirmed|readiness)\//,
    texts: /^(?:adopt|readiness) \{\}$/,
    why: 'keys of choices',
  },
  {
    files: /^src\/(?:main\/page|core\/auth|core\/gateway)\//,
    texts: /^text\/(?:html|javascript|css); charset=utf-8$|^Bearer |^userprincipalname eq /,
    why: 'the syntax of HTTP and of queries',
  },
  { files: /^src\/core\/doctor\/examine-tenant\.ts$/, texts: /^GET /, why: 'a request' },
  { files: /^src\/core\/lists\/(?:file-kind|template)\.ts$/, why: 'what files of Office hold' },
  {
    files: /^src\/(?:main\/policy\/policy-places|cli\/data-directory)\.ts$/,
    texts: /Application Support/,
    why: 'a folder of macOS',
  },
  {
    files: /^src\/(?:core\/locks\/this-process|cli\/tokens\/key-safe)\.ts$/,
    texts: /^SIP Gateway Bulk Sign-in /,
    why: 'the name of the product, under which keys are kept and hashed',
  },
  {
    files: /^src\/main\/log\/(?:log-entries|start-entry)\.ts$|^src\/cli\/unexpected\.ts$/,
    why: 'lines of the log, which the project reads in English',
  },
  {
    files: /^src\/main\/log\/diagnostics\.ts$/,
    texts: /^\{\}: Electron \{\}, Chromium \{\}, \{\}$/,
    why: 'names of programs with their versions',
  },
  {
    files:
      /^src\/(?:core\/auth\/person-sign-in|main\/electron\/electron-microsoft|main\/page\/load-page)\.ts$/,
    texts: /^(?:sign-in (?:by|file)|loadURL) /,
    why: 'lines of the log, which the project reads in English',
  },
  { files: /^src\/.*\/failure(?:-details)?\.ts$/, texts: /^\{\} UTC$/, why: 'the name of a time zone' },
  {
    files: /^src\/main\/electron\/safe-storage-cipher\.ts$/,
    texts: /^Round trip$/,
    why: 'a text to encrypt',
  },
  {
    files: /^src\/core\/run\/event-schema\.ts$/,
    texts: /^left unknown by the operator$/,
    why: 'what journals of format 1 hold, to be recognised',
  },
  {
    files: /^src\/core\/gateway\/schemas\.ts$/,
    texts: /^(?:an item of another shape|no tenant)$/,
    why: 'issues of a schema, which nobody is shown',
  },
]

const sources = sourcesOutsideCatalogue()
const codes = codesOf(sources)

describe('English', () => {
  test('stands in the catalogue alone', () => {
    const found = sources.flatMap((source) => sentencesIn(source, codes))
    const used = new Set<Exception>()
    const left = found.filter(({ file, said }) => {
      const fitting = exceptions.find(({ files, texts }) => files.test(file) && (texts?.test(said) ?? true))
      if (fitting) used.add(fitting)
      return !fitting
    })
    expect(left.map(({ where, said }) => `${where} ${said}`)).toEqual([])
    expect(exceptions.filter((exception) => !used.has(exception)).map(({ why }) => why)).toEqual([])
  })

  test.each([
    ["const said = 'Sign in first'", 'Sign in first'],
    ['const said = `$' + '{3} phones`', '{} phones'],
    ['const said = <p>Phones</p>', 'Phones'],
    ['const said = <input aria-label="Search" />', 'Search'],
    ["const said = { message: 'Failed' }", 'Failed'],
    ['const said = html`<b>Nothing here</b>`', 'Nothing here'],
  ])('is found in %s', (code, said) => {
    expect(sentencesIn(parsed('one.tsx', code), codes).map((one) => one.said)).toEqual([said])
  })

  test.each([
    "import one from './two words.ts'",
    "const status = 'signed in'",
    "throw new TypeError('The engine needs a log')",
    'const said = <p>{words.phones}</p>',
  ])('is not found in %s', (code) => {
    expect(sentencesIn(parsed('one.tsx', code), codes)).toEqual([])
  })
})

type Sentence = { readonly file: string; readonly where: string; readonly said: string }

/** Words of types: the code compares them, and the catalogue has what is shown for them. */
function codesOf(all: readonly Source[]): ReadonlySet<unknown> {
  const found = new Set<unknown>()
  for (const { program } of all)
    walk(program, (node) => {
      if (node.type === 'TSLiteralType' && isNode(node['literal'])) found.add(node['literal']['value'])
      if (isConstList(node))
        walk(node, (one) => {
          if (one.type === 'Literal') found.add(one['value'])
          return true
        })
      return true
    })
  return found
}

/** `['signed in', 'failed'] as const`: what a type is made from. */
function isConstList(node: SyntaxNode): boolean {
  if (node.type !== 'TSAsExpression' || !isNode(node['expression'])) return false
  const type = node['typeAnnotation']
  const name = isNode(type) && isNode(type['typeName']) ? type['typeName']['name'] : undefined
  return name === 'const' && node['expression'].type === 'ArrayExpression'
}

function sentencesIn(source: Source, known: ReadonlySet<unknown>): readonly Sentence[] {
  const found: Sentence[] = []
  const add = (node: SyntaxNode, said: string): void => {
    found.push({ file: source.file, where: lineOf(source, node), said: said.trim().replaceAll(/\s+/g, ' ') })
  }
  walk(source.program, (node, parent) => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'TSLiteralType':
        return false
      case 'NewExpression':
        return !isError(node)
      case 'ThrowStatement':
        return false
      case 'CallExpression':
        return !(isNode(node['callee']) && node['callee'].type === 'Super')
      case 'JSXText':
        if (word.test(String(node['value']))) add(node, String(node['value']))
        return false
      case 'Literal': {
        const { value } = node
        if (typeof value !== 'string' || known.has(value)) return false
        if (neighbours.test(value) || (isShown(parent) && word.test(value))) add(node, value)
        return false
      }
      case 'TemplateLiteral': {
        const said = saidBy(node)
        if (neighbours.test(said) || besideValue.test(said)) add(node, said)
        return true
      }
      default:
        return true
    }
  })
  return found
}

const word = /\p{L}{2,}/u
const neighbours = /\p{L}[\p{L}'’-]*\p{L}[,;:.]?\s+\p{L}{2,}/u
/** A value with a word before or behind it: `${3} phones`. */
const besideValue = /\{\}\s+\p{L}{3,}|(?:^|\s)\p{L}{3,}\s+\{\}/u

/** Without its markup, with `{}` for each of its values. */
const saidBy = (node: SyntaxNode): string =>
  (Array.isArray(node['quasis']) ? node['quasis'] : [])
    .map((part: { readonly value: { readonly cooked: string } }) => part.value.cooked)
    .join('{}')
    .replaceAll(/<[^<>]*>/g, '\n')

/** Messages of errors are for whoever mends the program: an expected failure is a value. */
const isError = ({ callee }: SyntaxNode): boolean =>
  isNode(callee) && typeof callee['name'] === 'string' && /(?:Error|Broken|Trouble)$/.test(callee['name'])

const shown = /^(?:title|label|aria-label|placeholder|alt|message|remedy)$/

/** The value of an attribute or a property that is there to be read. */
function isShown(parent: SyntaxNode | undefined): boolean {
  if (parent?.type === 'JSXAttribute')
    return isNode(parent['name']) && shown.test(String(parent['name']['name']))
  return parent?.type === 'Property' && isNode(parent['key']) && shown.test(String(parent['key']['name']))
}
