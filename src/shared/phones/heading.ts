import { cleanCell, isAscii } from './clean.ts'
import type { ColumnRole } from './layout.ts'

/**
 * What a heading says its column is. `weight`: how plainly, from 1 to 5; 5 is the role's own name, 4 a name that can
 * hardly be anything else (UPN, MAC), 3 another usual name, 2 one that often is something else (Email, Device ID), 1 one
 * that may be anybody's or anything's (Store email). `isExact`: the whole heading is that name, not only some of its words.
 */
export type HeadingMeaning = {
  readonly role: ColumnRole
  readonly weight: number
  readonly isExact: boolean
}

/**
 * Reads a heading in English or in another language of the phones (Spanish, Japanese, German, French, Portuguese,
 * Italian, Dutch), without regard to case, accents, blanks, marks, and what stands in brackets or says that it is required.
 */
export function readHeading(cell: string): HeadingMeaning | undefined {
  if (cell === '' || cell.length > longestHeading) return undefined
  const [main, ...inner] = partsOf(cell)
  const outer = joined(main ?? '')
  for (const key of [outer, ...inner.map(joined)]) {
    const known = knownNames.get(key)
    // `Caretaker (email)`: brackets don't say whose it is, but what stands before them.
    if (known && (key === outer || outer === '' || known.weight > 2)) return { ...known, isExact: true }
  }
  const words = wordsOf(cell)
  // Five words and their pairs. A heading is short; a sentence that has the word "user" in it is none.
  if (words.length > 9) return undefined
  const found = byWords.find(({ all }) => all.every((word) => words.includes(word)))
  return found && { role: found.role, weight: found.weight, isExact: false }
}

/** Whether a heading speaks of somebody or something else: a contact, the wireless adapter, the device before. */
export function speaksOfOthers(cell: string): boolean {
  if (cell === '' || cell.length > longestHeading) return false
  const words = wordsOf(cell)
  return words.some((word) => others.has(word) && !(word === 'gateway' && words.includes('sip')))
}

/** Whether a heading speaks of what comes in the place of another one: the device or the account from now on. */
export function speaksOfNewer(cell: string): boolean {
  return cell !== '' && cell.length <= longestHeading && wordsOf(cell).some((word) => newer.has(word))
}

/** In characters; what is longer is no heading. */
const longestHeading = 80

/** Whether a cell is one of the known names and nothing else. No account or device is. */
export const isKnownName = (cell: string): boolean => knownNames.has(headingKey(cell))

/** The heading without what does not tell it from others: for comparing the headings of two files. */
export const headingKey = (cell: string): string => joined(plain(cell))

/** What stands outside brackets, then what stands within. */
function partsOf(cell: string): readonly string[] {
  const inner: string[] = []
  const outer = cell.replace(/[([{（]([^)\]}）]*)[)\]}）]/g, (_, within: string) => {
    inner.push(within)
    return ' '
  })
  return [outer, ...inner].map((part) =>
    plain(part).replace(/\b(?:required|mandatory|optional|pflichtfeld)\b/g, ' '),
  )
}

/** In lower case and without accents. Other marks stay: those of Japanese tell letters apart. */
function plain(cell: string): string {
  const clean = cleanCell(cell)
  return (
    isAscii(clean)
      ? clean
      : clean
          .normalize('NFKD')
          .replace(/[\u0300-\u036f]/g, '')
          .normalize('NFKC')
  ).toLowerCase()
}

const joined = (part: string): string => part.replace(/[\s_\-"'.:*#/]/g, '')

/** The words of a heading, those of `userPrincipalName` and `Wi-Fi` too. */
function wordsOf(cell: string): readonly string[] {
  const clean = cleanCell(cell)
  const { inside, between } = isAscii(clean) ? ascii : unicode
  const words = plain(clean.replace(inside, ' '))
    .split(between)
    .filter((word) => word !== '')
  return [...words, ...words.slice(1).map((word, at) => `${words[at]}${word}`)]
}

/** Where words end: inside of `userPrincipalName` and `旧MACアドレス`, and at what is neither letter nor digit. */
const unicode = {
  inside:
    /(?<=\p{Ll})(?=\p{Lu})|(?<=[A-Za-zＡ-Ｚａ-ｚ])(?=[ぁ-ヿ一-鿿])|(?<=[ぁ-ヿ一-鿿])(?=[A-Za-zＡ-Ｚａ-ｚ])/gu,
  between: /[^\p{L}\p{N}]+/u,
}
/** The same for most headings, without the milliseconds that it takes to look up what Unicode calls a letter. */
const ascii = { inside: /(?<=[a-z])(?=[A-Z])/g, between: /[^a-z\d]+/ }

type Name = { readonly role: ColumnRole; readonly weight: number }

/** By headings as `headingKey` writes them. */
export const knownNames: ReadonlyMap<string, Name> = new Map<string, Name>(
  (
    [
      ['username', 5, 'username'],
      ['hardwareId', 5, 'hardwareid'],
      ['port', 5, 'port'],
      ['region', 5, 'region'],
      [
        'username',
        4,
        'upn userprincipalname principalname userupn primaryuserupn teamsupn teamsusername phoneusername ' +
          'benutzerprinzipalname nomprincipaldutilisateur nomdutilisateurprincipal nombreprincipaldeusuario ' +
          'nomeprincipaldousuario nomeprincipaldoutilizador nomeprincipaleutente ユーザープリンシパル名 ' +
          'teamsaccount teamskonto compteteams cuentadeteams cuentateams contadoteams contateams accountteams ' +
          'accountditeams teamsアカウント phoneaccount phoneuser phonelogin ' +
          'telefonkonto geratekonto',
      ],
      [
        'username',
        3,
        'user userid useraccount account accountname login loginname logonname logon signin signinname ' +
          'signinaddress sipaddress sipuri sipuser sipaccount assigneduser loginid logonid signinid ' +
          'benutzer benutzername anmeldename benutzerkonto konto kontoname anmeldung ' +
          'utilisateur nomdutilisateur compte identifiant nomdeconnexion ' +
          'usuario nombredeusuario cuenta nombredecuenta iniciodesesion ' +
          'nomedeusuario nomedoutilizador nomedeutilizador utilizador conta ' +
          'utente nomeutente nomeaccount gebruiker gebruikersnaam aanmeldnaam inlognaam accountnaam ' +
          'ユーザー名 ユーザ名 ユーザー ユーザーid アカウント アカウント名 サインイン名 サインインid ログイン名 ログインid',
      ],
      [
        'username',
        2,
        'teams teamsid teamsaddress teamsemail email mail emailaddress mailaddress useremail emailid primaryemail ' +
          'primarysmtpaddress smtpaddress ' +
          'emailadresse mailadresse adressemail adresseemail adresseelectronique courriel correo ' +
          'correoelectronico direcciondecorreo direcciondecorreoelectronico enderecodeemail correioeletronico ' +
          'indirizzoemail postaelettronica emailadres mailadres ' +
          'メール メールアドレス 電子メール',
      ],
      [
        'hardwareId',
        4,
        'mac macaddress macaddresses macaddr macid macadr macadresse adressemac direccionmac enderecomac macアドレス ' +
          'devicemac devicemacaddress phonemac phonemacaddress ethernetaddress physicaladdress ' +
          'hardwareaddress hwaddress hwid hardwareadresse physischeadresse physikalischeadresse ' +
          'adressephysique direccionfisica enderecofisico indirizzomac indirizzofisico macadres hardwareadres ' +
          'fysiekadres ハードウェアid ハードウェアアドレス 物理アドレス mac番号',
      ],
      [
        'hardwareId',
        2,
        'device deviceid hardware devicename geratid gerateid geraet gerat appareil dispositivo ' +
          'iddedispositivo iddodispositivo apparaat toestel デバイス デバイスid 機器',
      ],
      [
        'region',
        4,
        'targetregion sipgatewayregion deviceregion phoneregion zielregion regionsipgateway regione regio regiao リージョン',
      ],
      [
        'port',
        4,
        'portnumber portno portnr line lineno linenumber fxs fxsport ataport phoneport channel portid linie ' +
          'leitung anschluss portnummer kanal ligne numerodeport puerto linea porta linha poort lijn ポート ポート番号 回線',
      ],
    ] as const
  ).flatMap(([role, weight, keys]) => keys.split(' ').map((key) => [key, { role, weight }] as const)),
)

const byWords: readonly (Name & { readonly all: readonly string[] })[] = [
  { role: 'username', weight: 4, all: ['upn'] },
  { role: 'username', weight: 4, all: ['principal', 'name'] },
  { role: 'hardwareId', weight: 4, all: ['mac'] },
  { role: 'hardwareId', weight: 1, all: ['bssid'] },
  { role: 'hardwareId', weight: 3, all: ['hardwareid'] },
  { role: 'username', weight: 3, all: ['username'] },
  { role: 'username', weight: 2, all: ['teams', 'account'] },
  { role: 'username', weight: 2, all: ['teams', 'user'] },
  { role: 'username', weight: 2, all: ['common', 'area'] },
  { role: 'username', weight: 2, all: ['sign', 'in'] },
  { role: 'username', weight: 2, all: ['login'] },
  { role: 'username', weight: 2, all: ['logon'] },
  { role: 'username', weight: 2, all: ['benutzername'] },
  { role: 'username', weight: 2, all: ['user'] },
  { role: 'username', weight: 2, all: ['account'] },
  { role: 'username', weight: 2, all: ['benutzer'] },
  { role: 'username', weight: 2, all: ['konto'] },
  { role: 'username', weight: 2, all: ['usuario'] },
  { role: 'username', weight: 2, all: ['utilisateur'] },
  { role: 'username', weight: 2, all: ['utilizador'] },
  { role: 'username', weight: 2, all: ['utente'] },
  { role: 'username', weight: 2, all: ['gebruiker'] },
  { role: 'username', weight: 1, all: ['email'] },
  { role: 'username', weight: 1, all: ['mail'] },
  { role: 'username', weight: 1, all: ['correo'] },
  { role: 'username', weight: 1, all: ['courriel'] },
]

const others = new Set(
  (
    'contact contacts manager owner supervisor notify notification requester requestor requested approver creator ' +
    'created modified by last admin administrator assistant sponsor helpdesk support delegate secretary previous old former ' +
    'technician technicians engineer installer caretaker janitor coordinator keyholder supplier ' +
    'replaced retired wlan wifi wi wireless bluetooth bt bssid ssid switch router gateway ap accesspoint upstream ' +
    'alternate billing spare backup reserve pc computer laptop notebook tablet dock docking printer scanner camera ' +
    'monitor server sidecar expansion neighbor neighbour ' +
    'kontakt kontaktperson ansprechpartner ansprechperson vorgesetzter besitzer verantwortlich verantwortlicher ' +
    'vorheriger vorherige voriger ehemaliger eigentumer inhaber drucker rechner nachbar ' +
    'techniker hausmeister betreuer zustandig zustandiger lieferant technicien gestionnaire gardien tecnico encargado ' +
    'gerente custode technicus concierge ' +
    'alt alte alter bisher bisherige letzter responsable proprietaire imprimante precedent ancien ancienne dernier ' +
    'contacto propietario impresora antiguo anterior ultimo ' +
    'contato responsavel proprietario impressora antigo contatto referente responsabile vecchio precedente stampante ' +
    'contactpersoon beheerder eigenaar oud oude vorige 担当者 所有者 連絡先 旧 無線'
  ).split(' '),
)

const newer = new Set(
  (
    'new current replacement correct corrected updated neu neue neuer neues aktuell aktuelle aktueller ersatz ' +
    'nouveau nouvelle nouvel actuel actuelle nuevo nueva actual novo nova atual nuovo nuova attuale ' +
    'nieuw nieuwe huidig huidige 新 現在'
  ).split(' '),
)
