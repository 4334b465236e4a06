/** Whether a rule's filter holds, or why nobody can tell; read by both realms. */
export type FilterVerdict = boolean | { readonly name: string; readonly message: string }
