/** In MB of 1,024 x 1,024 bytes: about 100,000 phones. What is larger was chosen by mistake. */
export const maxListMegabytes = 5

export const maxListBytes = maxListMegabytes * 1024 * 1024
