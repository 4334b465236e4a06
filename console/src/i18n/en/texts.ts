/** The shape of the English texts with any wording: another language is complete when it has this type. */
export type Texts<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Texts<English[Key]>
}
