/* oxlint-disable typescript/triple-slash-reference -- a declaration without an export cannot be imported */
// The SDK checks the types of this folder and of what it imports. Nobody imports a declaration, so they are named here.
/// <reference path="../help/documents.d.ts" />
/// <reference path="../i18n/i18next.d.ts" />
/// <reference path="../styles.d.ts" />
