import { quoted } from '../../quoted.ts'

/** The words of a list's check about the makers of devices. */
export const makers = {
  notListed: (value: string, maker: string) =>
    `${quoted(value)} is probably made by ${maker}. Microsoft's list of devices for SIP Gateway named none of ${maker} in July 2024. Check the current list before you sign it in.`,
  withoutAdapters: (value: string, maker: string) =>
    `${quoted(value)} has a port, but is probably made by ${maker}, and Microsoft's list has no analog adapter of ${maker}. Check the label. A phone has no port.`,
} as const
