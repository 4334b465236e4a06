import { readText } from './deployment-files.ts'
import { type RealNginx, startNginx } from './real-nginx.ts'

/** What a proxy does with the path below which a node stands. */
export const PATH_FORMS = ['kept', 'taken-off'] as const
export type PathForm = (typeof PATH_FORMS)[number]

interface Ports {
  readonly proxy: number
  readonly node: number
  readonly admin: number
}

/** The real nginx with the shipped locations for `/accord`, by plain http on loopback; another page answers at the rest of the host. */
export const startPathProxy = (form: PathForm, { proxy, node, admin }: Ports): Promise<RealNginx> =>
  startNginx(
    proxy,
    (directory) => `pid ${directory}/nginx.pid;
worker_processes 1;
events {}
http {
  access_log off;
  client_body_temp_path ${directory}/body; proxy_temp_path ${directory}/proxy; fastcgi_temp_path ${directory}/fastcgi;
  uwsgi_temp_path ${directory}/uwsgi; scgi_temp_path ${directory}/scgi;
  upstream accord { server 127.0.0.1:${node}; }
  upstream accord-admin { server 127.0.0.1:${admin}; }
  server {
    listen 127.0.0.1:${proxy};
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $http_host;
    location / { return 200 "something else of this host"; }
${readText(`deploy/proxy/nginx-path-${form}.conf`)}
  }
}`,
  )
