/** An Exalate invitation as it stands in print: letters were lost and confused on the way, its end is missing. */
export const DAMAGED_EXALATE_CODE = [
  'eyJpbmZpdGF0aW9uU2VjcmV0IjojNUI2SnpgGkZHZGhqZlNrVGIB1NKN3pablp0clV3MWUuILCJpbmZpdGVkSW5zdGFuY2VV',
  'aWQioiJmMDYwYmE2Yy0xNTg5LTQxNDUyYTk2MS03MGZzNWUyMjgzZjQiLCJub2RlSW5mbyl6eyJuYW1lIjoibmFib28iLCJi',
  'YXNlVXJsIjoiaHR0cHM6Ly9qY2xvdWRub2RlLWxvZ2Ytb3Zzei14c250LXFicmEuZXhhbGF0ZS5jbG91ZCIsImZlc3VlVHJh',
  'Y2tldiVybCj6Imh0dHBzOi8vbmFib28uYXRsYXNzaWFlLm5ldCIsIm5vZGVUeXBlljojSkISQV9DTE9VRCIsImZlc3VlVHJh',
  'Y2tldiZlcnNpb24iOiI1LjAuMCIsm5vZGVbchHBWZXJzaW9uIjojNy4wLjAiLCJub2RlVmcVyc2lvdil6IjUuMy4zliwiZXh',
  'hbGF0ZVBsdWdpb2lcnNpb24iOiI1LjMuMyIsIm1pbkh1Yk9iaGVjZHNWZXJzaW9uIjojMS4yLjAiLCJiYXhldWJlPympIY3R',
  'zVmVyc2lvdil6IjUuMTQuMCIsm1pbllc3RWZXJzaW9uIjojMS4wLjAiLCJiYXhSZXN0VmVyc2lvdil6IjUuMjUwIiwicG9sb',
  'E9ubHkiOmZhbHNILCJleGFDb21wVmVyc2lvdil6IjUuMy40liwicmF3RXhhQ29tcFZlcnNpb24iOiI1LjMuNCIsImZlc3Rhb',
  'mdWVWkljojODdiZWE2MWRiYTk2Mi00YjdlLW11NzUtZjE5MDRlOGU0ZDA3liwiZWRpdG9yIjY1ImFkbWluUHJvb2ZVcmxUZW',
  '1wbGF0ZSI6Imh0dHBzOi8vbmFib28uYXRsYXNzaWFlLm5ldC9sb2dpbj9yZW9uIjojENvdW50XHUwMDNkMVx1MDAyNmRlc3Q',
  'tdXJsXHUwMDNkaHR0cHMIM0EIMkYIMkZuYVJvby5hdGxhc3NpYW4ubmV0JTJGeGx1Z2lucyUyRnNlcn...',
].join('')

/** The same kind of code, whole. */
export const EXALATE_INVITATION = {
  invitationSecret: '5B6JzFGdhjfSkTb',
  invitedInstanceUid: 'f060ba6c-1589-4145-a961-70f5e2283f4a',
  nodeInfo: {
    name: 'naboo',
    baseUrl: 'https://naboo.exalate.example',
    issueTrackerUrl: 'https://naboo.atlassian.example',
    nodeType: 'JIRA_CLOUD',
    minHubObjectVersion: '1.2.0',
    pollOnly: false,
  },
  connectionInfo: { connectionName: 'naboo to tatooine', localShortName: 'naboo', remoteShortName: 'tatooine' },
}

export const EXALATE_CODE = Buffer.from(JSON.stringify(EXALATE_INVITATION)).toString('base64')
