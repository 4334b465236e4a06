import { expect, test } from '@jest/globals'
import { localTarget } from '../../src/pages/page-session.ts'

test.each([
  ['x_app_page.do#/setup', '/x_app_page.do'],
  ['/x_app_page.do?view=setup#top', '/x_app_page.do?view=setup'],
  ['incident_list.do?sysparm_query=active=true', '/incident_list.do?sysparm_query=active=true'],
])('a redirect to %s loses what stands behind the #, as on the platform: %s', (wanted, led) => {
  expect(localTarget(wanted)).toBe(led)
})

test.each(['https://elsewhere.example/', '//elsewhere.example', '\\\\elsewhere.example', 'javascript:alert(1)'])(
  'a redirect to %s leads to no other host',
  (wanted) => {
    expect(localTarget(wanted)).toBe('/navpage.do')
  },
)
