/** Whether an account is named `first.last`, as organisations name people and seldom phones. */
export function looksLikePerson(username: string): boolean {
  const found = personName.exec(username)
  // Nearly all accounts of phones end here.
  if (!found) return false
  const [, first = '', last = ''] = found
  return first !== '' && !place.test(first) && !place.test(last)
}

const personName = /^([a-z]+)[._]([a-z][a-z'-]+)[0-9]?@/i

/** What phones are named after. */
const place =
  /^(?:phones?|lobby|room|desk|hall|lift|elevator|door|gate|front|back|reception|recepcion|empfang|kitchen|fax|ata|sip|cap|common|area|shared|conf|conference|meeting|guest|floor|site|store|shop|office|warehouse|plant|dock|lab|ward|nurse|security|guard|service|support|info|test|teams|voip|tel|telefon|public|break|training|class|classroom|building|north|south|east|west|first|second|third|ground|main|line|user|device|account)s?$/i
