/** Loading a part of the words does nothing else, so that each chunk may load only those that it says. */
export const treeshake = { moduleSideEffects: (id: string): boolean => !/\/shared\/text\//.test(id) }
