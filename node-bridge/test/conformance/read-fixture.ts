import { readFileSync } from 'node:fs'

const directory = new URL('../../../conformance/', import.meta.url)

export const readFixtureText = (name: string): string => readFileSync(new URL(name, directory), 'utf8')

/** `Shape` says what the test needs of the file; the fixtures' own test keeps the files as they are generated. */
export const readFixture = <Shape>(name: string): Shape => JSON.parse(readFixtureText(name)) as Shape
