/**
 * Words that may be shown although they stand in an answer: those of the admin API as far as it is documented, and of
 * plain English. No first or last name, and no place, is among them.
 */
const vocabulary: ReadonlySet<string> = new Set(
  `
  account accounts action active activation activity address addresses admin agent aggregate all allow allowed alternate and
  api app application area are array as assigned assignment assignments at audio auth authentication authority authorization authorized must permission permissions sufficient
  available bad batch batches be blocked body bulk but by call calling calls cancelled canceled can cannot cap capability
  category cause channel check client code codes common compliance completed concurrency concurrent condition conditional
  config configuration configurations conflict contact content context correlation count country created culture current data
  date deadline default deleted denied description detail details device devices did directory disabled display does domain
  domains duplicate duration effective email enabled end ended endpoint endpoints enterprise error errors etag event exceeded
  exist exists expired failed failure feature features field fields file filter finished first flags forbidden forest format
  found from full gateway global granted group groups guest had hardware has have header headers host hosted http hour
  hours href id identity ids if in info inner inprogress internal interpreted invalid ip ipv4 ipv6 is issue it item items
  kind last later length level licence license licensed limit line link list location locked log login mac mask maximum
  meeting message messages meta method min minimum minutes missing mode model modified more must name names network new next
  no none not number numbers object objects odata of offline offset on online only open operation operator or order org
  organization other output owner page paged pages parameter parent partially partial password path pending phone phones plan
  plans please policies policy pool port preferred presence primary principal private process processed processing progress
  properties property protected provisioned provisioning public query queue queued quota rate read ready reason record records
  redirect ref reference region registrar reject rejected release removed request requested requests required resource
  response result results retry right rights role roles root route running schema scope seconds secret sequence server service
  services session set setting settings shared sign signed signin sip size skip soft source start started starts state
  status stopped string submitted succeeded success summary support supported sync synced system tag team teams telephone
  tenant tenants terminated test text that the their there this throttled throttling time timed timeout timestamp title to
  token too total trace true type unauthorized unavailable unexpected unknown updated upn uri url usage use user users valid
  validation value values verified verification version video voice waiting was were when while whitelist with without word
  write writeback wrong xml you your zone
  noam emea apac
  ms entra azure aad tac sdg sfb pstn mfa
  `
    .trim()
    .split(/\s+/),
)

export const isKnownWord = (word: string): boolean => vocabulary.has(word.toLowerCase())

/** The words of a name in camelCase, PascalCase or snake_case: `X-MS-Forest` has three, `batchItemsCount` three. */
export const partsOf = (name: string): readonly string[] =>
  name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .split(/[ _.@-]+/)
    .filter((part) => part !== '')

/**
 * A sentence with `…` in the place of each word that is not known, and of everything with a digit in it but the codes of
 * Microsoft Entra; at most 300 characters.
 */
export function maskedSentence(said: string): string {
  const masked = said
    .slice(0, 2000)
    .split(/([^\p{L}\p{N}\p{M}@._:/+#%&=~*'-]+)/u)
    .map((piece, index) => (index % 2 === 0 ? maskedWord(piece) : piece.replaceAll(/[^ ,;!?()[\]"]/g, ' ')))
    .join('')
  return masked
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/…(?:[ ,;"()[\]]*…)+/g, '…')
    .trim()
    .slice(0, 300)
}

/** A word with what stands around it: `'id',` or `found.`; `@`, digits and the like make it unknown. */
function maskedWord(piece: string): string {
  if (piece === '') return ''
  const [, before = '', word = '', after = ''] = /^(['*-]*)(.*?)(['.:*-]*)$/su.exec(piece) ?? []
  const entra = /^AADSTS\d{4,7}$/.test(word)
  if (word === '') return `${before}${after}`
  const isKnown = entra || (/^[A-Za-z]+$/.test(word) && partsOf(word).every(isKnownWord))
  return `${before}${isKnown ? word : '…'}${after}`
}
