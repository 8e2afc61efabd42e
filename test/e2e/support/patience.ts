/** How long a page is waited for. No measure of how fast it is: on a busy computer everything takes several times as long. */
export const patienceMs = 120_000
