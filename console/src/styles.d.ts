/** Style sheets are imported for their effect only: the SDK turns each one into a theme asset of its own. */
declare module '*.css'
