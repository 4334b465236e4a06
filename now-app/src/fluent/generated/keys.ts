import '@servicenow/sdk/global'

declare global {
  namespace Now {
    namespace Internal {
      interface Keys extends KeysRegistry {
        explicit: {
          '@accord/shared@0.1.0/contracts.js': {
            table: 'sys_module'
            id: 'c0b4ae8744ce4c9391bf493096d3b514'
          }
          '@accord/shared@0.1.0/package.json': {
            table: 'sys_module'
            id: '3548246c8df7431f850afdb26b6b9116'
          }
          '@accord/shared@0.1.0/protocol.js': {
            table: 'sys_module'
            id: '9e48bcc09c8343c38d896b0fe5d96d64'
          }
          'action-accept': {
            table: 'sys_ui_action'
            id: 'ebc56cd193d04b268d57bb03aaba8096'
          }
          'action-activate': {
            table: 'sys_ui_action'
            id: '671678e7f6dd4c8f8c36e89e1d363b21'
          }
          'action-deactivate': {
            table: 'sys_ui_action'
            id: '6e5d4031434a429da80dc178b7b6947a'
          }
          'action-delete': {
            table: 'sys_ui_action'
            id: '1a4c7cb0358746cda6117a7ae808d8cc'
          }
          'action-initiate': {
            table: 'sys_ui_action'
            id: 'b208c9d436ab404e9e9a31628a3f103f'
          }
          'action-open': {
            table: 'sys_ui_action'
            id: '6a4aa2ca7a714b3eb37634dcb0d00245'
          }
          'action-reissue': {
            table: 'sys_ui_action'
            id: 'e3b300d501b0433bad37b7961a9c16b6'
          }
          'action-revoke': {
            table: 'sys_ui_action'
            id: 'b66a92ea13ab474b934885eef341d69d'
          }
          'action-rotate-keys': {
            table: 'sys_ui_action'
            id: '5cc008d7dbc24b7ea8e9850e6aa63d5b'
          }
          bom_json: {
            table: 'sys_module'
            id: 'd507231781984633b44d827690c4a8fe'
          }
          'connection-create': {
            table: 'sys_security_acl'
            id: 'f90b96ab089f4ce6b57e0807b86a5ff7'
          }
          'connection-delete': {
            table: 'sys_security_acl'
            id: '5de48bd11b7b49108e54d5a504cc17c2'
          }
          'connection-read': {
            table: 'sys_security_acl'
            id: 'abae78343e1e407a8b986cfac10aa7bb'
          }
          'connection-snapshot-create': {
            table: 'sys_security_acl'
            id: '3cdf293f995c4034829d6efe7f4b7c3e'
          }
          'connection-snapshot-delete': {
            table: 'sys_security_acl'
            id: 'bd85addcc21544f883bebe1c27a43366'
          }
          'connection-snapshot-read': {
            table: 'sys_security_acl'
            id: 'b24f7974ab21457d9890db5cc87b9e2e'
          }
          'connection-snapshot-write': {
            table: 'sys_security_acl'
            id: '239cd4a820b14117a654173e168e6037'
          }
          'connection-write': {
            table: 'sys_security_acl'
            id: '3f0fc89e35984a6cbe8c35860f628c7a'
          }
          'console-page-read': {
            table: 'sys_security_acl'
            id: '894e9ac2c981480582b22ff05d3a05b0'
          }
          'handshake-log-create': {
            table: 'sys_security_acl'
            id: '1b33d0c364df46f8bb2303c102dfab87'
          }
          'handshake-log-delete': {
            table: 'sys_security_acl'
            id: '9a18dab6b8354197a6a7b451bb326e40'
          }
          'handshake-log-read': {
            table: 'sys_security_acl'
            id: 'afe8dc68366a41e49688eb322180450b'
          }
          'handshake-log-write': {
            table: 'sys_security_acl'
            id: '8ddba22228d94be481f1f51320da4c63'
          }
          'invitation-create': {
            table: 'sys_security_acl'
            id: 'f5b3f39b7f724518b062f7cffc629756'
          }
          'invitation-delete': {
            table: 'sys_security_acl'
            id: '73ca8df4e78f478385728c8a4320ac91'
          }
          'invitation-read': {
            table: 'sys_security_acl'
            id: 'ab2b9c2ba09d4337998b97d45cd8cf66'
          }
          'invitation-write': {
            table: 'sys_security_acl'
            id: 'b930df54fba948b7a252cd5348a7798d'
          }
          'job-reconcile': {
            table: 'sysauto_script'
            id: '6a17607322b54ac283713c6d7b5d3957'
          }
          menu: {
            table: 'sys_app_application'
            id: '220863575297482a84affd44ec0e2bdb'
          }
          'module-connections': {
            table: 'sys_app_module'
            id: '86bbdca1e0424253b2e92aca88e23762'
          }
          'module-console': {
            table: 'sys_app_module'
            id: '6fa9fa14a6684599baceae95f6db0cef'
          }
          'module-handshake-log': {
            table: 'sys_app_module'
            id: '70e69bf94601433ca5b8c6580a441c5d'
          }
          'module-set-up': {
            table: 'sys_app_module'
            id: '6ed437269cb24d6c8b8f6be0034ce121'
          }
          'news-create': {
            table: 'sys_security_acl'
            id: '95157d589766486a815ebfa89a327686'
            deleted: true
          }
          'news-delete': {
            table: 'sys_security_acl'
            id: 'ee12d228f3224b5d8c9c49fd25539428'
            deleted: true
          }
          'news-read': {
            table: 'sys_security_acl'
            id: '260ef6c7209e45c68c4322cac4ac786a'
            deleted: true
          }
          'news-write': {
            table: 'sys_security_acl'
            id: 'c16d4ba0088540789e3b270b187f03c3'
            deleted: true
          }
          'node_modules/@mantine/core/styles.css': {
            table: 'sys_ux_theme_asset'
            id: '4ed01f1d03bb412d918f738e6ca5a683'
          }
          'node-callback_key-read': {
            table: 'sys_security_acl'
            id: '8f3da3f4e44140c29d7b3215ebca11ac'
          }
          'node-code_digest-read': {
            table: 'sys_security_acl'
            id: '1dbf668592b84c3eb299bd268cb15377'
          }
          'node-create': {
            table: 'sys_security_acl'
            id: 'df83c2fa653242c7b519ea828488a06e'
          }
          'node-delete': {
            table: 'sys_security_acl'
            id: 'c1f376c9250a4f61a6eea4dc7ca90e19'
          }
          'node-read': {
            table: 'sys_security_acl'
            id: 'a275541ed05a4e1d882a739c827d3373'
          }
          'node-token-read': {
            table: 'sys_security_acl'
            id: '39cd2b0cb46d43f4b928a695d29c1f19'
          }
          'node-write': {
            table: 'sys_security_acl'
            id: 'd1073218b284488db067a5f78abbe343'
          }
          'now-app_src_server_app-version_ts': {
            table: 'sys_module'
            id: '20434841524f40af9f2f0b2b5db88214'
          }
          'now-app_src_server_bridge-client_ts': {
            table: 'sys_module'
            id: 'eb6cb03891f7464f95afcd42219ac841'
          }
          'now-app_src_server_connection-rows_connection-fields_ts': {
            table: 'sys_module'
            id: 'f4787537cd1d4e3c86d5fe6db7231471'
          }
          'now-app_src_server_connection-rows_detail-of-event_ts': {
            table: 'sys_module'
            id: 'be35c4d5c7814fc8a4feffd271ba544a'
          }
          'now-app_src_server_connection-rows_newest-snapshot_ts': {
            table: 'sys_module'
            id: '5b952e96de7742af8964894bbf27833a'
          }
          'now-app_src_server_connection-rows_require-written_ts': {
            table: 'sys_module'
            id: '6dde9c6f2f4547909ea324a38b402801'
          }
          'now-app_src_server_connection-rows_store-connection_ts': {
            table: 'sys_module'
            id: '13c6124ea8324cd996b378427d23a1b2'
          }
          'now-app_src_server_connection-rows_store-invitation_ts': {
            table: 'sys_module'
            id: '6b0d83c1f26346489b5c2a2def30ac89'
          }
          'now-app_src_server_connection-rows_store-list_ts': {
            table: 'sys_module'
            id: 'f90b819e48c84f76ac5f3a6ecdcecee7'
          }
          'now-app_src_server_connection-rows_store-log_ts': {
            table: 'sys_module'
            id: '7c8175c645d14bb2a2db4b89b065c123'
          }
          'now-app_src_server_connection-rows_store-snapshot_ts': {
            table: 'sys_module'
            id: 'c838e28be9c44da9a79742cb203d566f'
          }
          'now-app_src_server_connection-rows_stored-connections_ts': {
            table: 'sys_module'
            id: 'f7d65990763541e79f24c7e4b980b8bd'
          }
          'now-app_src_server_connections_actor-name_ts': {
            table: 'sys_module'
            id: 'ce21ed5fdee94cb580e96ad7787a3236'
          }
          'now-app_src_server_connections_issued-invitation_ts': {
            table: 'sys_module'
            id: '25ee61ca99654e0796d762b5d470110c'
            deleted: true
          }
          'now-app_src_server_connections_revoke-invitation-at-node_ts': {
            table: 'sys_module'
            id: 'bb979c50eddb44388eaa0ea504beb114'
            deleted: true
          }
          'now-app_src_server_http_answer_ts': {
            table: 'sys_module'
            id: '37850ab96a524a86aac0327d8d220415'
          }
          'now-app_src_server_http_path-parameter_ts': {
            table: 'sys_module'
            id: '100128e6ef1842949cdd59219461475a'
          }
          'now-app_src_server_http_problem_ts': {
            table: 'sys_module'
            id: '8030beee3e4b4a059eacc77a022be464'
            deleted: true
          }
          'now-app_src_server_http_query_ts': {
            table: 'sys_module'
            id: 'e4bf2312b9084b22bf9e305f03a5a8ad'
          }
          'now-app_src_server_http_read-body_ts': {
            table: 'sys_module'
            id: '94cc14bfc5d44c5397385f9cb619694c'
          }
          'now-app_src_server_http_refusal_ts': {
            table: 'sys_module'
            id: 'a9f25280948842d68822fb7e960ea5d5'
          }
          'now-app_src_server_http_request-id_ts': {
            table: 'sys_module'
            id: 'd3cf882b8eef49c3a2d8a06708de950b'
          }
          'now-app_src_server_jobs_reconcile_ts': {
            table: 'sys_module'
            id: '15014d8164d142438c1e15ae5c4c8c44'
          }
          'now-app_src_server_mirror_mirror-news_ts': {
            table: 'sys_module'
            id: '5133c6c7877d488b827eaa48c4c33e5e'
            deleted: true
          }
          'now-app_src_server_names_ts': {
            table: 'sys_module'
            id: 'a9758e1a2f594b169e67194fa21a35a3'
          }
          'now-app_src_server_node_ask-node_ts': {
            table: 'sys_module'
            id: 'bbf3572707ef4508bce71597a55be3e7'
          }
          'now-app_src_server_node_equal-in-constant-time_ts': {
            table: 'sys_module'
            id: 'beff6078dd064f488bd9000b5cce953f'
          }
          'now-app_src_server_node_exchange_ts': {
            table: 'sys_module'
            id: 'd7a7e04e6f8f4003acf4ec3dce4c8456'
          }
          'now-app_src_server_node_http-timeout_ts': {
            table: 'sys_module'
            id: '07feb2c124224f858a70506987e0a513'
          }
          'now-app_src_server_node_instance-address_ts': {
            table: 'sys_module'
            id: '9549c12bb8ff4dc3a5ad434fca789460'
          }
          'now-app_src_server_node_pair_ts': {
            table: 'sys_module'
            id: 'dcd9451a10f24ce995abfd00469f181b'
          }
          'now-app_src_server_node_pairing-code_ts': {
            table: 'sys_module'
            id: 'cb8981e12c04471fa16d1ce4054e689a'
          }
          'now-app_src_server_node_pairing-record_ts': {
            table: 'sys_module'
            id: 'bdec5351751d4e93ad93557602c340e0'
          }
          'now-app_src_server_node_random-secret_ts': {
            table: 'sys_module'
            id: 'e3236c3db91c4dfd830dfbba9b24a41e'
          }
          'now-app_src_server_node_traceparent_ts': {
            table: 'sys_module'
            id: '3ffc77cf1b874cfaabb5fd7430adf7e9'
          }
          'now-app_src_server_node_validate-answer_ts': {
            table: 'sys_module'
            id: '6bae090bff6b4c0faa9e1e25c7ea4ecd'
          }
          'now-app_src_server_node_verify-callback_ts': {
            table: 'sys_module'
            id: '588c02b452e04fdf8dce3b6013a9bcc7'
          }
          'now-app_src_server_platform_glide-time_ts': {
            table: 'sys_module'
            id: 'd5e1290b08b64020ac6a3a19033612b3'
          }
          'now-app_src_server_platform_rest-exchange_ts': {
            table: 'sys_module'
            id: 'b532646f38894173a6a52833225a66c8'
            deleted: true
          }
          'now-app_src_server_platform_ui-action_ts': {
            table: 'sys_module'
            id: '557f9a648f184b188f33efec33fb793f'
            deleted: true
          }
          'now-app_src_server_platform_write-fields_ts': {
            table: 'sys_module'
            id: '232c67e1c447442d8416f56a59566f51'
          }
          'now-app_src_server_routes_console-routes_ts': {
            table: 'sys_module'
            id: 'ef7b887709ae44799f6cd2bfbe104007'
          }
          'now-app_src_server_routes_end-pairing_ts': {
            table: 'sys_module'
            id: 'e2bdf47db29448a096fa9d28ed1fdcea'
          }
          'now-app_src_server_routes_pair-node_ts': {
            table: 'sys_module'
            id: 'cb556c42d8514fc6b5d7a94e376c6dbf'
          }
          'now-app_src_server_routes_read-discovery_ts': {
            table: 'sys_module'
            id: '99b98ac7d3d84186a2661dd04a8b68d6'
          }
          'now-app_src_server_routes_read-session_ts': {
            table: 'sys_module'
            id: '541282d148ba477486f16a186316538b'
          }
          'now-app_src_server_routes_receive-event_ts': {
            table: 'sys_module'
            id: 'd227b5407c194116a95703c2150826a6'
          }
          'now-app_src_server_routes_serve_ts': {
            table: 'sys_module'
            id: '201c5d32a0404c8b80178391dc6a9bde'
          }
          'now-app_src_server_rules_keep-highest-revision_ts': {
            table: 'sys_module'
            id: '0d93ca3d3d6144af94b16d6cb8361e1d'
          }
          'now-app_src_server_rules_refuse-log-change_ts': {
            table: 'sys_module'
            id: 'ea1bfb1ec85a453091b4159f9506491a'
          }
          'now-app_src_server_scope_ts': {
            table: 'sys_module'
            id: 'dd56d6387e534d8fab5eeca2e97c9ff0'
          }
          'now-app_src_server_ui-actions_change-from-form_ts': {
            table: 'sys_module'
            id: 'c329774499634b51a99fa1c7ed70523a'
          }
          'now-app_src_server_ui-actions_open-console_ts': {
            table: 'sys_module'
            id: '9c59b1bedcfd411e9fe6325efca0cb4d'
          }
          package_json: {
            table: 'sys_module'
            id: 'ac7d07b295434b89883e849e30b846ec'
          }
          'property-allow-plain-http': {
            table: 'sys_properties'
            id: '6f516ffdfdb94a4f9e51f63abfb8ea60'
          }
          'property-http-timeout': {
            table: 'sys_properties'
            id: 'f695aa6032094384bc59c35b3afda1d5'
          }
          'property-logging-verbosity': {
            table: 'sys_properties'
            id: 'f821e2b98d0442fab68d97292792193a'
          }
          'rest-admin': {
            table: 'sys_security_acl'
            id: '243a35e39dd1497aa1fd84974fe9ca62'
          }
          'rest-auditor': {
            table: 'sys_security_acl'
            id: 'abfb17fd52f64da0bc5cb6529d0e6392'
          }
          'rest-operator': {
            table: 'sys_security_acl'
            id: '4a479ea9c99347e89ad38ee9f62987cc'
          }
          'rest-public': {
            table: 'sys_security_acl'
            id: '7dacf20690b24645a9b2ddd13607cc55'
          }
          'rest-v1': {
            table: 'sys_ws_definition'
            id: '5ea87bf0065e4530b817886d5ec138f9'
          }
          'route-accept-invitation': {
            table: 'sys_ws_operation'
            id: 'bf98a13b17d947389d73746372729f66'
          }
          'route-activate-connection': {
            table: 'sys_ws_operation'
            id: '465c6b35e3ca48e89b5e98bf39e8ccdf'
          }
          'route-approve-connection': {
            table: 'sys_ws_operation'
            id: 'e9e3e23587a74818800be6ab740b9834'
          }
          'route-change-settings': {
            table: 'sys_ws_operation'
            id: '00a4cca9fd7a40db92e0761ae01d8f03'
          }
          'route-check-connection-name': {
            table: 'sys_ws_operation'
            id: 'fc75257b8fe449ea95caeca067d2028d'
          }
          'route-check-prerequisites': {
            table: 'sys_ws_operation'
            id: 'b2bff7acdcbe4eb386b6b7722534a9a4'
          }
          'route-deactivate-connection': {
            table: 'sys_ws_operation'
            id: '5840be18fe07437387fe1cbcdef96383'
          }
          'route-delete-connection': {
            table: 'sys_ws_operation'
            id: '3f37248ea0d34fd99329c803a6e99f04'
          }
          'route-diagnose-connection': {
            table: 'sys_ws_operation'
            id: '15a8e90323e145078e5c7d5e2cb3b2a4'
          }
          'route-discovery': {
            table: 'sys_ws_operation'
            id: '92c20a85b59c4cfab47ee5826246b9c6'
          }
          'route-end-pairing': {
            table: 'sys_ws_operation'
            id: '992ebcc757b14c6cb0041ee6f1aaabeb'
          }
          'route-events': {
            table: 'sys_ws_operation'
            id: '4abc5bb4d65a408b969268e49640bcf3'
          }
          'route-initiate-connection': {
            table: 'sys_ws_operation'
            id: '98ee661afde44598a1a34ac76ed37020'
          }
          'route-install-licence': {
            table: 'sys_ws_operation'
            id: 'a87babb492324f7b94276a95a97cf850'
          }
          'route-issue-rekey-code': {
            table: 'sys_ws_operation'
            id: '14d52080b55843138bd66a734c07a519'
          }
          'route-list-connections': {
            table: 'sys_ws_operation'
            id: 'c2a1fd6531d24c898892dee6f85b8ed3'
          }
          'route-list-stuck-jobs': {
            table: 'sys_ws_operation'
            id: '6ac337c199fc43eb9d0d6eadf9bde3da'
          }
          'route-pair-node': {
            table: 'sys_ws_operation'
            id: 'ad78c88520944321ab97c6f6f3182360'
          }
          'route-preview-invitation': {
            table: 'sys_ws_operation'
            id: '93e2d475eefc451db143a9907953995d'
          }
          'route-read-audit-trail': {
            table: 'sys_ws_operation'
            id: '0a6b6f82eedb4bfcbe4f986e09723490'
          }
          'route-read-connection': {
            table: 'sys_ws_operation'
            id: '370ca6767e574400a907843223937b55'
          }
          'route-read-key-details': {
            table: 'sys_ws_operation'
            id: 'c51a06bdc85242669788b7fa144a48b1'
          }
          'route-read-licence': {
            table: 'sys_ws_operation'
            id: '229ddfae83b548b3a562963cff3bdf76'
          }
          'route-read-session': {
            table: 'sys_ws_operation'
            id: '95cbcb974a5845308f44c9b93273231a'
          }
          'route-read-settings': {
            table: 'sys_ws_operation'
            id: 'd1fd05d2fff0463b8e9354ad46086f57'
          }
          'route-read-status': {
            table: 'sys_ws_operation'
            id: '92128e9ab09340709ec0fb326b947c97'
          }
          'route-reissue-invitation': {
            table: 'sys_ws_operation'
            id: '4205df5c056d4a00817f7be041be5f17'
          }
          'route-reject-connection': {
            table: 'sys_ws_operation'
            id: 'de7fd2c6c76b4c6f97f738ff238ce556'
          }
          'route-rerun-job': {
            table: 'sys_ws_operation'
            id: '0b795855e7aa4defa57d0cb9cc156b9c'
          }
          'route-rerun-jobs': {
            table: 'sys_ws_operation'
            id: 'd763a104c18346c8b1ec2717173ed928'
          }
          'route-resolve-destination': {
            table: 'sys_ws_operation'
            id: 'ae0264f3e9f143519f980e1ac5d131d3'
          }
          'route-revoke-invitation': {
            table: 'sys_ws_operation'
            id: '94c43ed77d934579a5df64edc19e2975'
          }
          'route-rotate-keys': {
            table: 'sys_ws_operation'
            id: '345dbc77c7e04bc6a28844219076d08d'
          }
          'rule-append-only-log': {
            table: 'sys_script'
            id: '95ed9fd0c0d447d2996be4021e2a5e9f'
          }
          'rule-keep-highest-revision': {
            table: 'sys_script'
            id: '12cb87bb004e4a908cb66042cfc47649'
          }
        }
        composite: [
          {
            table: 'sys_dictionary'
            id: '00723bae68f049f7999f87847c38075c'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'local_key_fingerprint'
            }
          },
          {
            table: 'sys_ui_form_section'
            id: '010b9164c0ab4ef791ec09ba6d92648d'
            key: {
              sys_ui_form: {
                id: 'cab83d8b087a44b68e8eca46887299bb'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: '016d5598ab6d4b23a406556e98506b94'
            key: {
              name: 'x_accrd_bridge/main'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '0188b76a55d24986a7cd9494069f07e5'
            key: {
              sys_security_acl: '3f0fc89e35984a6cbe8c35860f628c7a'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '0214e201b33a469ea66888ed2b508447'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'connection'
            }
          },
          {
            table: 'sys_documentation'
            id: '02a709d57f394aa5a202cc434ed7ecab'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'invitation_id'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: '03f8367ccd8347399eca87aa02b75a89'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_name'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: '04a214a6b92b40c2b0470ab6942ac5e2'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
            }
          },
          {
            table: 'sys_choice'
            id: '04a25968e88148b4bd6af621fcf9a844'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'health'
              value: 'slow'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_dictionary'
            id: '051f72364c714edf9b1cfd21f1dcb987'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_key_fingerprint'
            }
          },
          {
            table: 'sys_choice'
            id: '059789f2c6834f6aa2c75e8910930edd'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'state'
              value: 'open'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_section'
            id: '05dac910e59f46e18fca2c6d7ba7d89d'
            key: {
              name: 'x_accrd_bridge_connection'
              caption: 'Remote side'
              view: {
                id: 'Default view'
                key: {
                  name: 'NULL'
                }
              }
              sys_domain: 'global'
            }
          },
          {
            table: 'sys_dictionary'
            id: '06474a25fe3840e6ab4785721c6b513e'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'NULL'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '079641f34be9429986949ad30c9e43f4'
            key: {
              sys_security_acl: 'b24f7974ab21457d9890db5cc87b9e2e'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '082ec3397f8242ecb2ef03c2954ff7fc'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'activated_at'
            }
          },
          {
            table: 'sys_documentation'
            id: '09ac543ee972454e96b2d60105a892f9'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'mode'
              language: 'en'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: '0a0113ec8f8b4919a19708199adab32d'
            key: {
              name: 'x_accrd_bridge_connection'
            }
          },
          {
            table: 'sys_ui_element'
            id: '0a741a3527a64566a128851f0812389b'
            key: {
              sys_ui_section: {
                id: '05dac910e59f46e18fca2c6d7ba7d89d'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Remote side'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'remote_node_type'
              position: '4'
            }
          },
          {
            table: 'sys_user_role_contains'
            id: '0afa2b95e4f14c62a32071bb77204954'
            key: {
              role: {
                id: '434dc06bcc99482a9e90ec8c58b54cb5'
                key: {
                  name: 'x_accrd_bridge.operator'
                }
              }
              contains: {
                id: 'b0668888aade497dbc237046e2f5801a'
                key: {
                  name: 'x_accrd_bridge.auditor'
                }
              }
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '0bd2d914d2a94ea39abcd78384efad2b'
            key: {
              list_id: {
                id: '17386edf60ac49a29e6d55eb32bfa8a2'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'remote_short_name'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '0cf1340c5cf64918bad11d7e8f302994'
            key: {
              sys_security_acl: '8f3da3f4e44140c29d7b3215ebca11ac'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_choice_set'
            id: '0d219f026f61476382fdf4dca0f653ea'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'state'
            }
          },
          {
            table: 'sys_documentation'
            id: '0da0fd500529449eb899f137441a7208'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'name'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '0dfaeff668c14f30945f2e522860bf4c'
            key: {
              sys_security_acl: '3cdf293f995c4034829d6efe7f4b7c3e'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '0ef8f8d9d43b4fea8770a13863ffdf13'
            key: {
              sys_security_acl: '73ca8df4e78f478385728c8a4320ac91'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '111126c7163a4b59a2aeec795ceccecc'
            key: {
              sys_security_acl: 'a275541ed05a4e1d882a739c827d3373'
              sys_user_role: {
                id: 'ee8d69c8e8964330ae962bb20e50927f'
                key: {
                  name: 'x_accrd_bridge.admin'
                }
              }
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '136116e1ff1142e6b71bdc06ff7a4018'
            key: {
              list_id: {
                id: 'd08d5d2a660f40a18090f21e9f2f8243'
                key: {
                  name: 'x_accrd_bridge_invitation'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'invited_instance_uid'
            }
          },
          {
            table: 'sys_choice'
            id: '1447dbfc82144086a094af81b256927f'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'state'
              value: 'revoked'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_user_role_contains'
            id: '146767bb3e334517af031104d7ab4de1'
            key: {
              role: {
                id: 'ee8d69c8e8964330ae962bb20e50927f'
                key: {
                  name: 'x_accrd_bridge.admin'
                }
              }
              contains: {
                id: '434dc06bcc99482a9e90ec8c58b54cb5'
                key: {
                  name: 'x_accrd_bridge.operator'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '14e03730be284c47b87d04b568845dd0'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state_reason_code'
            }
          },
          {
            table: 'sys_db_object'
            id: '1573d7c134e0466b9c95a07e209bbf87'
            key: {
              name: 'x_accrd_bridge_connection'
            }
          },
          {
            table: 'sys_documentation'
            id: '15999a1de1cb47b4b09d3b5246f57a5e'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'activated_at'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_element'
            id: '15a92fcb480e4beeae643f37ae9951a2'
            deleted: true
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'description'
              position: '17'
            }
          },
          {
            table: 'sys_choice'
            id: '164bea3429be48919ffdfd6c1e6102f2'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'terminated_by_peer'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '166b52203ae547ab938f3b207a1235ca'
            key: {
              sys_security_acl: 'abfb17fd52f64da0bc5cb6529d0e6392'
              sys_user_role: {
                id: 'b0668888aade497dbc237046e2f5801a'
                key: {
                  name: 'x_accrd_bridge.auditor'
                }
              }
            }
          },
          {
            table: 'sys_ui_element'
            id: '16c4ae17ab1e46f1803a9adaf03dc0c9'
            key: {
              sys_ui_section: {
                id: '05dac910e59f46e18fca2c6d7ba7d89d'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Remote side'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'remote_node_version'
              position: '7'
            }
          },
          {
            table: 'sys_ui_list'
            id: '17386edf60ac49a29e6d55eb32bfa8a2'
            key: {
              name: 'x_accrd_bridge_connection'
              view: {
                id: 'Default view'
                key: {
                  name: 'NULL'
                }
              }
              sys_domain: 'global'
              element: 'NULL'
              relationship: 'NULL'
              parent: 'NULL'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '175bdb8ae9134fb8a3376607d0175f5b'
            key: {
              list_id: {
                id: '17386edf60ac49a29e6d55eb32bfa8a2'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'activated_at'
            }
          },
          {
            table: 'sys_documentation'
            id: '17a8089232a84f27a0312c7943e5ae61'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_type'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '17d4a4617f144b63a0a66f967568b623'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'node_connection_id'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '1ac599f5c9cc4fa4a85f515fea0122c9'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_version'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '1b343d358ae443769e636dfc8229330e'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '1e3b6efdbc9c4e5690be893b6477bbb3'
            key: {
              sys_security_acl: 'ab2b9c2ba09d4337998b97d45cd8cf66'
              sys_user_role: {
                id: 'b0668888aade497dbc237046e2f5801a'
                key: {
                  name: 'x_accrd_bridge.auditor'
                }
              }
            }
          },
          {
            table: 'sys_documentation'
            id: '1ee622c46b924f82bfad8accd4036842'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_by'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '1f425dbcc0694ae39e2ca1373c3a2f8d'
            key: {
              sys_security_acl: 'df83c2fa653242c7b519ea828488a06e'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_ui_action_role'
            id: '1fc31b12b7314655938544e642db3e68'
            key: {
              sys_ui_action: 'e3b300d501b0433bad37b7961a9c16b6'
              sys_user_role: {
                id: 'ee8d69c8e8964330ae962bb20e50927f'
                key: {
                  name: 'x_accrd_bridge.admin'
                }
              }
            }
          },
          {
            table: 'sys_documentation'
            id: '22346f60b9de4ff7852b1d96f46fad10'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'node_version'
              language: 'en'
            }
          },
          {
            table: 'sys_choice'
            id: '22e7cdf2bfc942a68acb874227b0055f'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'failed'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: '237a35dec953407eab6910b5ba72909a'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'local_short_name'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '239d4b41d29c46248f6267edcbeb8b9e'
            key: {
              list_id: {
                id: 'd08d5d2a660f40a18090f21e9f2f8243'
                key: {
                  name: 'x_accrd_bridge_invitation'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'issued_at'
            }
          },
          {
            table: 'sys_ui_element'
            id: '2602437361de4a29b26d83c3377cfa08'
            deleted: true
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'last_contact_at'
              position: '12'
            }
          },
          {
            table: 'sys_choice_set'
            id: '26ab9778be9947089ff9642dc7f161de'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'pairing_state'
            }
          },
          {
            table: 'sys_dictionary'
            id: '27de23fc9a094557b4e837f4f5898b6b'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_url'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '285948ccd9a04365b7b860babb8c683d'
            key: {
              sys_security_acl: 'f90b96ab089f4ce6b57e0807b86a5ff7'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_documentation'
            id: '2862fa9026cf4e40930e794588b837d6'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '293f1c1ca2b54558b940afe072c87dba'
            key: {
              sys_security_acl: 'f5b3f39b7f724518b062f7cffc629756'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '2a8d43b3cbe54f27a6869b7752b23638'
            key: {
              sys_security_acl: 'd1073218b284488db067a5f78abbe343'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '2a9d0c45ce49481fb059d59a0a74a3f2'
            key: {
              list_id: {
                id: '17386edf60ac49a29e6d55eb32bfa8a2'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'mode'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '2b16e850f1af47888131a66c3639b695'
            key: {
              list_id: {
                id: '17386edf60ac49a29e6d55eb32bfa8a2'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'remote_name'
            }
          },
          {
            table: 'sys_dictionary'
            id: '2bb0334b79aa41cfbf94cd8578252d8b'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'rest_version'
            }
          },
          {
            table: 'sys_ui_form_section'
            id: '2c18b632b0724257894d24dda4ec83c5'
            key: {
              sys_ui_form: {
                id: 'cab83d8b087a44b68e8eca46887299bb'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              sys_ui_section: {
                id: '05dac910e59f46e18fca2c6d7ba7d89d'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Remote side'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '2c6cc2b1465041e7a0e39cf7a1d65e13'
            deleted: true
            key: {
              sys_security_acl: '260ef6c7209e45c68c4322cac4ac786a'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '2e422f3f82df47f4983896f33423a574'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'entry_id'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '2eb940e31210400995c56716c94d8ffd'
            key: {
              list_id: {
                id: '17386edf60ac49a29e6d55eb32bfa8a2'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'last_contact_at'
            }
          },
          {
            table: 'sys_ui_element'
            id: '302960a790bd41eeabdee02dd26c4989'
            key: {
              sys_ui_section: {
                id: '05dac910e59f46e18fca2c6d7ba7d89d'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Remote side'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'remote_instance_uid'
              position: '6'
            }
          },
          {
            table: 'sys_documentation'
            id: '331c6f83e53848319249af4a6a71492f'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_instance_url'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '34435da439f746f88b1af37f3ce0dd6d'
            key: {
              list_id: {
                id: 'f764880cc3e348b5a2bc2fdfd048151a'
                key: {
                  name: 'x_accrd_bridge_handshake_log'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'actor'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: '350d0dbea93344099c750a195d1b120f'
            deleted: true
            key: {
              name: 'x_accrd_bridge/vendor-react-dom--edaa1e17'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: '352201e6015b41e1ad223c320112e49f'
            key: {
              name: 'x_accrd_bridge/vendor-@mantine-core--5d8bb032'
            }
          },
          {
            table: 'sys_ui_element'
            id: '35b9cccc247e4eb996a55c48675d0236'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: '.end_split'
              position: '17'
            }
          },
          {
            table: 'sys_documentation'
            id: '3601c9ec699b41fcaaf7404d6a736f3e'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'node_url'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '36c6faf9f9f344d4b0e255af06e54dc8'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_short_name'
              language: 'en'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: '37ad3e6d7de943f28e41dc39032895fd'
            key: {
              name: 'x_accrd_bridge_invitation'
            }
          },
          {
            table: 'sys_choice'
            id: '380e68ed62bb4066b073eca7c7419d43'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'expired'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_form_section'
            id: '3821bddf2f9c4d71a07b65eaf64d1eb1'
            key: {
              sys_ui_form: {
                id: 'cab83d8b087a44b68e8eca46887299bb'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              sys_ui_section: {
                id: '7a7b09b6e79e415e9f9223286693cd18'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Invitations'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
            }
          },
          {
            table: 'sys_ui_element'
            id: '3a0df6193fc84e7b9fecfeef04212c16'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'activated_at'
              position: '11'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '3ac908476474447ab888a00f4fcd90f9'
            key: {
              sys_security_acl: 'c1f376c9250a4f61a6eea4dc7ca90e19'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_ui_element'
            id: '3b37dfed16f4440d9c3bfa5b3f83561c'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'state'
              position: '2'
            }
          },
          {
            table: 'sys_dictionary'
            id: '3bcb95abb2244c2484e51aa8faa3c414'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'mode'
            }
          },
          {
            table: 'sys_documentation'
            id: '3c1fb7909d3743d495a54deb769c39d9'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'entry_id'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '3c4b16411f15401bb71cad41d12067a0'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_key_fingerprint'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: '3f60390dcad24655b7abc39b7a3f3fb4'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'actor'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '412063e68fb34c7ead3d902471c3d767'
            key: {
              list_id: {
                id: '17386edf60ac49a29e6d55eb32bfa8a2'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'name'
            }
          },
          {
            table: 'sys_documentation'
            id: '41f7dd1c373843d99a5ef76a0064f5f5'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'actor'
              language: 'en'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: '41fdf6fa4ae74f77a73d09953d713a19'
            deleted: true
            key: {
              name: 'x_accrd_bridge/vendor-react-dom--c293853c'
            }
          },
          {
            table: 'sys_ui_element'
            id: '424b0efd5e6045a0ad0888a0c5113f02'
            deleted: true
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: '.end_split'
              position: '16'
            }
          },
          {
            table: 'sys_ui_action_role'
            id: '4284c32e04b74bbfb230546f50a2992a'
            key: {
              sys_ui_action: '6e5d4031434a429da80dc178b7b6947a'
              sys_user_role: {
                id: '434dc06bcc99482a9e90ec8c58b54cb5'
                key: {
                  name: 'x_accrd_bridge.operator'
                }
              }
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '429dacfa50ca42f4aa59c50f4787a767'
            key: {
              sys_security_acl: '4a479ea9c99347e89ad38ee9f62987cc'
              sys_user_role: {
                id: '434dc06bcc99482a9e90ec8c58b54cb5'
                key: {
                  name: 'x_accrd_bridge.operator'
                }
              }
            }
          },
          {
            table: 'sys_documentation'
            id: '42dffc9ea6c940678f6affb3e7806ea3'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'detail'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '4315c996f418475496d98c7bfc09131f'
            key: {
              sys_security_acl: '9a18dab6b8354197a6a7b451bb326e40'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_user_role'
            id: '434dc06bcc99482a9e90ec8c58b54cb5'
            key: {
              name: 'x_accrd_bridge.operator'
            }
          },
          {
            table: 'sys_choice_set'
            id: '44538acea34f4b5b968cb482dba88176'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'mode'
            }
          },
          {
            table: 'sys_choice'
            id: '4488d42486b049359b3ac77f05eb5c77'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'terminated'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: '48e580fbda044d9ba30b89fc2f52ac5e'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'node_connection_id'
              position: '15'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '4afe5f803fc248b1be22f45c8b10ecfb'
            key: {
              sys_security_acl: '7dacf20690b24645a9b2ddd13607cc55'
              sys_user_role: {
                id: '18224773bb2e401ba46ff7ee2d9d66a6'
                key: {
                  name: 'public'
                }
              }
            }
          },
          {
            table: 'sys_choice'
            id: '4e7f335913ae4d7fa9eb6dcfdad90e96'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'pairing_state'
              value: 'paired'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: '4ea56d2eb0a246d2b6d46efff65de243'
            key: {
              sys_ui_section: {
                id: '05dac910e59f46e18fca2c6d7ba7d89d'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Remote side'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'remote_name'
              position: '1'
            }
          },
          {
            table: 'sys_dictionary'
            id: '50026cb4ec9b43c088aaab70aad8d3ca'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'revision'
            }
          },
          {
            table: 'sys_choice'
            id: '50b8642a089c4afdb992f672d4e8733d'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'deactivated'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_action_role'
            id: '513ef44acd7b43b3ac3f68f998884937'
            key: {
              sys_ui_action: '5cc008d7dbc24b7ea8e9850e6aa63d5b'
              sys_user_role: {
                id: 'ee8d69c8e8964330ae962bb20e50927f'
                key: {
                  name: 'x_accrd_bridge.admin'
                }
              }
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '51fd7205e76e454dacfa7e0391348cc8'
            key: {
              list_id: {
                id: '17386edf60ac49a29e6d55eb32bfa8a2'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'state'
            }
          },
          {
            table: 'sys_dictionary'
            id: '543a7fd5afa44969b8c5f2770ec57f72'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'name'
            }
          },
          {
            table: 'sys_dictionary'
            id: '580889f972084a7ea3bd1ca58fc91462'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'code_digest'
            }
          },
          {
            table: 'sys_dictionary'
            id: '5a1514a5182a49d68403a828ad413e1a'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_version'
            }
          },
          {
            table: 'sys_dictionary'
            id: '5ad6be89fa3b4a8a9a3de198915e8fad'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'callback_key'
            }
          },
          {
            table: 'sys_documentation'
            id: '5b07e9976cc0448789a705e521b252d8'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: '5bd41e07080b4999be4654e8072a6b0a'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_instance_url'
            }
          },
          {
            table: 'sys_choice'
            id: '5be0f47677ba422382feeca0cfdf2072'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_type'
              value: 'JIRA'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '5d70727d3ae441f28f75bc9649672b09'
            deleted: true
            key: {
              sys_security_acl: 'ee12d228f3224b5d8c9c49fd25539428'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '5e40492dddda470ea4a90ab683c5cfda'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'event'
            }
          },
          {
            table: 'sys_documentation'
            id: '5f1dbd3b7b2343d7ab679e3711be378f'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_instance_url'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '5fa4219f30564b90b6175e924d5d6d16'
            key: {
              sys_security_acl: '8ddba22228d94be481f1f51320da4c63'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_documentation'
            id: '5fb35e9107954d2ba6606a4d466cfac1'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'connection_id'
              language: 'en'
            }
          },
          {
            table: 'sys_choice'
            id: '60487798570745dfa9e5393b092dd397'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'mode'
              value: 'script'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: '633da8c65de04c6bad2a55d5954bd78a'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '646bf1392a234a9f8f0e4d1e85d5c79f'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_url'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_action_role'
            id: '64f873e4ac894232b9fe685161c8db96'
            key: {
              sys_ui_action: '6a4aa2ca7a714b3eb37634dcb0d00245'
              sys_user_role: {
                id: 'b0668888aade497dbc237046e2f5801a'
                key: {
                  name: 'x_accrd_bridge.auditor'
                }
              }
            }
          },
          {
            table: 'sys_choice'
            id: '669f707d59a545c889989be794481fe0'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'pending'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_choice'
            id: '66f22b89815047e5b5de31359cd1c187'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'side'
              value: 'destination'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_db_object'
            id: '689f6880d96c4efeaa53eec7ce00b187'
            key: {
              name: 'x_accrd_bridge_invitation'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '6a3595136ca24fb2a3f25eef70855c89'
            key: {
              sys_security_acl: 'afe8dc68366a41e49688eb322180450b'
              sys_user_role: {
                id: 'b0668888aade497dbc237046e2f5801a'
                key: {
                  name: 'x_accrd_bridge.auditor'
                }
              }
            }
          },
          {
            table: 'sys_documentation'
            id: '6ae088be4dd1494d9f93e8aa2c17b57b'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'code_digest'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_section'
            id: '6aedd497a463443da56538fbbc454838'
            key: {
              name: 'x_accrd_bridge_connection'
              caption: 'Handshake'
              view: {
                id: 'Default view'
                key: {
                  name: 'NULL'
                }
              }
              sys_domain: 'global'
            }
          },
          {
            table: 'sys_dictionary'
            id: '6b2f80f83ee04af791c0b739e3227f38'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'news_key'
            }
          },
          {
            table: 'sys_ui_element'
            id: '6ca7e0ca9a924d16acef173ed1c651d8'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'is_local'
              position: '7'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '6def059b8498425e833d13b09e7666f3'
            key: {
              sys_security_acl: '894e9ac2c981480582b22ff05d3a05b0'
              sys_user_role: {
                id: 'b0668888aade497dbc237046e2f5801a'
                key: {
                  name: 'x_accrd_bridge.auditor'
                }
              }
            }
          },
          {
            table: 'sys_ui_element'
            id: '6e7b243f45b947518ad3dc46d172ea55'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'description'
              position: '18'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: '6fa812d3a50d4b3190f8983bae66c867'
            deleted: false
            key: {
              name: 'x_accrd_bridge/repair-page'
            }
          },
          {
            table: 'sys_documentation'
            id: '70dbb49bbcdb42be882a69d76d36972a'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_instance_id'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: '71849576748b4798848c6287f9780307'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: '71d8307242d445a086f51eb6ed5fe13a'
            key: {
              sys_ui_section: {
                id: '05dac910e59f46e18fca2c6d7ba7d89d'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Remote side'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: '.begin_split'
              position: '0'
            }
          },
          {
            table: 'sys_db_object'
            id: '71d985cff9e2418285bc8708e5098f74'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
            }
          },
          {
            table: 'sys_dictionary'
            id: '73395f6efad146bb8b0eb2bb29b5304a'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_by'
            }
          },
          {
            table: 'sys_documentation'
            id: '764f9e03cbd5457cb429922132f3aa9b'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'callback_key'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '7714d1fe24284ec9959816bf2c8c5889'
            key: {
              sys_security_acl: '39cd2b0cb46d43f4b928a695d29c1f19'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_ui_section'
            id: '7a7b09b6e79e415e9f9223286693cd18'
            key: {
              name: 'x_accrd_bridge_connection'
              caption: 'Invitations'
              view: {
                id: 'Default view'
                key: {
                  name: 'NULL'
                }
              }
              sys_domain: 'global'
            }
          },
          {
            table: 'sys_db_object'
            id: '7ab16d12c8a446f2bb6127cb56358c94'
            key: {
              name: 'x_accrd_bridge_handshake_log'
            }
          },
          {
            table: 'sys_documentation'
            id: '7b39b66d61fb49f2bc0836b2ce23a7a9'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'revision'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_element'
            id: '7b95e597c50a49788ba3539f70946b1b'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'revision'
              position: '16'
            }
          },
          {
            table: 'sys_documentation'
            id: '7c35db55d0974468aea8404e9d67e56a'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_name'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '7da295665ef840659839713910d93221'
            deleted: true
            key: {
              sys_security_acl: 'c16d4ba0088540789e3b270b187f03c3'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_documentation'
            id: '7e9fae3f36da4e9da2597fd2fe7ebcaa'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state_reason_code'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: '81a2ae66ed984fe9a734b05104d6f04c'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_instance_uid'
            }
          },
          {
            table: 'sys_ui_element'
            id: '82385e458fe44d22993f6ea457b2eb06'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'name'
              position: '1'
            }
          },
          {
            table: 'sys_dictionary'
            id: '82819c08d5fb488f8401da68b1badc91'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'pairing_state'
            }
          },
          {
            table: 'sys_documentation'
            id: '830539c5b4d84ba2ad9586e682ca5e89'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'description'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '83a6678addef45eda8b48c07892fa9a0'
            key: {
              list_id: {
                id: 'd08d5d2a660f40a18090f21e9f2f8243'
                key: {
                  name: 'x_accrd_bridge_invitation'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'state'
            }
          },
          {
            table: 'sys_dictionary'
            id: '83b1e25a32884067b99c6da6c701b3eb'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'node_connection_id'
            }
          },
          {
            table: 'sys_dictionary'
            id: '8431e90c5acb4e3694d688d3e4f482ab'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'connection'
            }
          },
          {
            table: 'sys_choice_set'
            id: '84673800fe2b46059f0f828efea853f2'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_type'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '8530065025f84a7d89e256cf04abc96d'
            key: {
              sys_security_acl: 'abae78343e1e407a8b986cfac10aa7bb'
              sys_user_role: {
                id: 'b0668888aade497dbc237046e2f5801a'
                key: {
                  name: 'x_accrd_bridge.auditor'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '860bba589bae4a44a0fc833cfd12e04b'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
            }
          },
          {
            table: 'sys_dictionary'
            id: '864d31aaf49c48f6b3f7aa2bd8b3cda0'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'token'
            }
          },
          {
            table: 'sys_ui_element'
            id: '8a307b6f7e5c4b6aa440ad5ce9915bf4'
            deleted: true
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'revision'
              position: '15'
            }
          },
          {
            table: 'sys_choice'
            id: '8b212da8a04a40339cda1978b00a059e'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'abandoned'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_dictionary'
            id: '8bde4b0663c8443a856aecba88ec75a5'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'issued_at'
            }
          },
          {
            table: 'sys_ui_element'
            id: '8c073e72387a49ae92dd3d4612cc93b0'
            key: {
              sys_ui_section: {
                id: '05dac910e59f46e18fca2c6d7ba7d89d'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Remote side'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: '.split'
              position: '5'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '8cb69b02a9f3487987f5cff1b888c41c'
            key: {
              sys_security_acl: '239cd4a820b14117a654173e168e6037'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '8dc401d9e4df4fb4b0793c32408d749b'
            key: {
              sys_security_acl: '1dbf668592b84c3eb299bd268cb15377'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: '908b761409304ad2aa827e1035b3ded8'
            deleted: true
            key: {
              name: 'x_accrd_bridge/vendor-react-dom--2b4aa788'
            }
          },
          {
            table: 'sys_ui_element'
            id: '91073931679047759098cc91db995373'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'rest_version'
              position: '14'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: '923329b584154e6590aa4e3c68ed9b77'
            key: {
              name: 'x_accrd_bridge_node'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '927c6c6ed3bc446f991115ca7d4784c5'
            key: {
              sys_security_acl: 'bd85addcc21544f883bebe1c27a43366'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '93c08bb48ba3447fafdef9ed2e540c2e'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_at'
            }
          },
          {
            table: 'sys_choice'
            id: '943640645c8449ae8ccca39778f69d43'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'state'
              value: 'expired'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '945c076e57314f69aa61418ca34b2f87'
            key: {
              sys_security_acl: '5de48bd11b7b49108e54d5a504cc17c2'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_choice'
            id: '945da5cf06f74526a30718c047a0acb3'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'mode'
              value: 'basic'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: '96b43bdb12bf4f0da644b0a94c9c49f4'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'snapshot'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_element'
            id: '974d697fe021403bbd44b7b7725b8688'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'remote_short_name'
              position: '10'
            }
          },
          {
            table: 'sys_documentation'
            id: '981af1e5c35043feaa470fa81ca3255c'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'is_local'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '98f5e552f5894134ac2c6f097f4cac4d'
            key: {
              list_id: {
                id: 'f764880cc3e348b5a2bc2fdfd048151a'
                key: {
                  name: 'x_accrd_bridge_handshake_log'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'connection'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '9b269b5fb8db42aba3b1527a6ca794ed'
            key: {
              sys_security_acl: '243a35e39dd1497aa1fd84974fe9ca62'
              sys_user_role: {
                id: 'ee8d69c8e8964330ae962bb20e50927f'
                key: {
                  name: 'x_accrd_bridge.admin'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '9c1265bb8f244ca798bc7a02311a972b'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'connection_id'
            }
          },
          {
            table: 'sys_ui_element'
            id: '9d94a8b9f18040e1a5da3aced9c0fd90'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'local_short_name'
              position: '9'
            }
          },
          {
            table: 'sys_choice'
            id: '9e4790dd435149cda84f68fba73219f7'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'deactivated_by_both'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: '9e82619bc81f41fea4fcb50fd770621b'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: '.split'
              position: '8'
            }
          },
          {
            table: 'sys_choice'
            id: 'a02fa5b1c8244341bdff9cd04f6f4c14'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'health'
              value: 'down'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_choice'
            id: 'a06cd802bfed492f88db0cb05824fe94'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'awaiting_approval'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'a090c38024bb487185125fc2fbf6123d'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'expires_at'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'a12194c9d6c849af94efc97aed85ca6f'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_short_name'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'a138c177befb4bfeacac30a19a161f88'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'invitation_id'
            }
          },
          {
            table: 'sys_ui_action_role'
            id: 'a2c252289fea44d09fe93c552699a2b1'
            key: {
              sys_ui_action: 'b66a92ea13ab474b934885eef341d69d'
              sys_user_role: {
                id: '434dc06bcc99482a9e90ec8c58b54cb5'
                key: {
                  name: 'x_accrd_bridge.operator'
                }
              }
            }
          },
          {
            table: 'sys_ui_element'
            id: 'a3db4fae7c67475d9099ffb1c2da7b06'
            key: {
              sys_ui_section: {
                id: '05dac910e59f46e18fca2c6d7ba7d89d'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Remote side'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'remote_key_fingerprint'
              position: '8'
            }
          },
          {
            table: 'sys_documentation'
            id: 'a412bbded171463e94ad83b9f936ad7b'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'state'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: 'a493baf36d23400da671005e4c21b9d5'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state_reason_detail'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'a5af2059c1af498cb0407bd08c8b7070'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'description'
            }
          },
          {
            table: 'sys_documentation'
            id: 'a7c0481450514103afbfd2b4a854acb2'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'expires_at'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'a818940434e5486baf495d080daffabe'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'node_url'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'aa5946da9e7c4665a41ffd4dce4f06e1'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'side'
              position: '6'
            }
          },
          {
            table: 'sys_documentation'
            id: 'aae4ca8a67624005a008887d08621da1'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'token'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: 'acc2c90696fb40ae8df04dcb371073dd'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_at'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_section'
            id: 'ace305e5b57a480eae8a00dc2f74f98c'
            key: {
              name: 'x_accrd_bridge_connection'
              caption: 'Connection'
              view: {
                id: 'Default view'
                key: {
                  name: 'NULL'
                }
              }
              sys_domain: 'global'
            }
          },
          {
            table: 'sys_choice'
            id: 'ace355f979e1431a80b9c747e4cfffac'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'invited'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'ad620d5b57fb423e88ac69dafb8e51e7'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'key_fingerprint'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'ae32999d2ef044448ae5990bf762cee1'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_instance_id'
            }
          },
          {
            table: 'sys_ui_action_role'
            id: 'ae9457ea36554d98919549daa0e674fa'
            key: {
              sys_ui_action: '671678e7f6dd4c8f8c36e89e1d363b21'
              sys_user_role: {
                id: '434dc06bcc99482a9e90ec8c58b54cb5'
                key: {
                  name: 'x_accrd_bridge.operator'
                }
              }
            }
          },
          {
            table: 'sys_ui_element'
            id: 'afa2aa929f5b42b4a7ccff9f8af36eb5'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'state_reason_detail'
              position: '4'
            }
          },
          {
            table: 'sys_user_role'
            id: 'b0668888aade497dbc237046e2f5801a'
            key: {
              name: 'x_accrd_bridge.auditor'
            }
          },
          {
            table: 'sys_documentation'
            id: 'b18f3c00efe04f2582b34ee03f85927f'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'at'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'b33240f98147461c90f3826742bc5538'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'instance_uid'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: 'b3f29ef4fada4890b2a298535176ef30'
            key: {
              name: 'x_accrd_bridge/vendor-react-dom--61e40277'
            }
          },
          {
            table: 'sys_documentation'
            id: 'b496fef06f9e41b88665d563621761e9'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'connection'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'b61c35a4ecb543d196dbdcdf863ebd33'
            deleted: true
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'rest_version'
              position: '13'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'b66943eaf69f491882c25a93929bb227'
            key: {
              sys_security_acl: 'b930df54fba948b7a252cd5348a7798d'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_ui_element'
            id: 'b6bda7bc881446ecb24a65773de0ca48'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'last_contact_at'
              position: '13'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'b9d1ee9e362248ac8bffb760af03d58a'
            key: {
              sys_ui_section: {
                id: '05dac910e59f46e18fca2c6d7ba7d89d'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Remote side'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: '.end_split'
              position: '10'
            }
          },
          {
            table: 'sys_choice'
            id: 'bac1d4db8e9a48a2bb807d0776b9a570'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'peer_lost'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: 'bbbc8ab80abc4aab96aeb65d8798a8da'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'news_key'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'bc8b8e73374c4211bf502dcc65f6181f'
            key: {
              sys_ui_section: {
                id: '7a7b09b6e79e415e9f9223286693cd18'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Invitations'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: '12M.x_accrd_bridge_connection.x_accrd_bridge_invitation.connection'
              position: '0'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'c055a70ee9b74f288d6eafe06f931fa2'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'NULL'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'c0acac23a5db41279ee437b6c557dd83'
            deleted: true
            key: {
              sys_security_acl: '95157d589766486a815ebfa89a327686'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: 'c2df2aded113445a8fb2b77fa0c94a98'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'snapshot'
            }
          },
          {
            table: 'sys_documentation'
            id: 'c37194ea50444baa98cc4d99d7680097'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_choice'
            id: 'c51b7aa05bb648c08a3f2ba8819ec7a2'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'state'
              value: 'spent'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: 'c5c8df1da8ea4381bb9a67fe8cd02cf7'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'issued_at'
              language: 'en'
            }
          },
          {
            table: 'sys_choice'
            id: 'c5db8e885c4f49f2ab38bb9ef6628255'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'pairing_state'
              value: 'pending'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: 'c6846d9e602443e0b50263c4aef48de1'
            key: {
              list_id: {
                id: 'f764880cc3e348b5a2bc2fdfd048151a'
                key: {
                  name: 'x_accrd_bridge_handshake_log'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'event'
            }
          },
          {
            table: 'sys_documentation'
            id: 'c6b412b7df374bd084ec90e64d3b957b'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'last_contact_at'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_action_role'
            id: 'c7bf5e9ba6c1451ea39d6404a4e3b4b1'
            key: {
              sys_ui_action: '1a4c7cb0358746cda6117a7ae808d8cc'
              sys_user_role: {
                id: 'ee8d69c8e8964330ae962bb20e50927f'
                key: {
                  name: 'x_accrd_bridge.admin'
                }
              }
            }
          },
          {
            table: 'sys_ui_element'
            id: 'c854e1c42957436397704d89837d3498'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'mode'
              position: '5'
            }
          },
          {
            table: 'sys_ui_form'
            id: 'cab83d8b087a44b68e8eca46887299bb'
            key: {
              name: 'x_accrd_bridge_connection'
              view: {
                id: 'Default view'
                key: {
                  name: 'NULL'
                }
              }
              sys_domain: 'global'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'cadd59733b564ed5bfdc92633ecee1f9'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'state_reason_code'
              position: '3'
            }
          },
          {
            table: 'sys_choice'
            id: 'cb43c23a81dc4a4db550891808eb4307'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'side'
              value: 'source'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_choice'
            id: 'cbc4ffc7209d410a98d1681dbdb2b899'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'deactivated_by_peer'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: 'cbd21d27444545fea309ac5e143a9a1f'
            key: {
              list_id: {
                id: 'd08d5d2a660f40a18090f21e9f2f8243'
                key: {
                  name: 'x_accrd_bridge_invitation'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'expires_at'
            }
          },
          {
            table: 'sys_choice'
            id: 'cc7aaf24a76f4829b500d0a5787ca242'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_type'
              value: 'SERVICENOW'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'cd1e8ae60a0548d781fc1b9031501556'
            key: {
              sys_ui_section: {
                id: '6aedd497a463443da56538fbbc454838'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Handshake'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: '12M.x_accrd_bridge_connection.x_accrd_bridge_handshake_log.connection'
              position: '0'
            }
          },
          {
            table: 'sys_choice_set'
            id: 'ceda26e326054cf48de854f7d1564c15'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
            }
          },
          {
            table: 'sys_choice_set'
            id: 'ceed2a7b94bd40d6ba0a31572862fff1'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'side'
            }
          },
          {
            table: 'sys_ui_list'
            id: 'd08d5d2a660f40a18090f21e9f2f8243'
            key: {
              name: 'x_accrd_bridge_invitation'
              view: {
                id: 'Default view'
                key: {
                  name: 'NULL'
                }
              }
              sys_domain: 'global'
              element: 'NULL'
              relationship: 'NULL'
              parent: 'NULL'
            }
          },
          {
            table: 'sys_db_object'
            id: 'd17a9f8909034267be177c35c5235bbc'
            key: {
              name: 'x_accrd_bridge_node'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'd24f3f6d071048d1b13a93ac6d3f8481'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'invited_instance_uid'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: 'd29486ddd58d4191be40eb34733dfe2a'
            key: {
              name: 'x_accrd_bridge_handshake_log'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'd4428788aa384db3a5a85fda391f5bfb'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'health'
            }
          },
          {
            table: 'sys_choice_set'
            id: 'd4a4e83d4cb74112ba1c32c40e09becf'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'health'
            }
          },
          {
            table: 'sys_choice'
            id: 'd4f149f3c53347e3a3b7ebda6deca185'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'redeeming'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: 'd56dda6a43c548f6ac34b056a2f4213a'
            key: {
              list_id: {
                id: 'f764880cc3e348b5a2bc2fdfd048151a'
                key: {
                  name: 'x_accrd_bridge_handshake_log'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'detail'
            }
          },
          {
            table: 'sys_ui_page'
            id: 'd6038e0302cd43ddb80fc16059866890'
            key: {
              endpoint: 'x_accrd_bridge_console.do'
            }
          },
          {
            table: 'sys_documentation'
            id: 'd6837341ca7d4513a178b7622a2c319f'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'event'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'd747aa58bc344c119e8b95927f331ad4'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'state'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'd91355cc49ba4515987ed7165f877c50'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'at'
            }
          },
          {
            table: 'sys_choice'
            id: 'dadee85a9fee481798d088681c088b61'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'revoked'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'de11f12a85414b418f7dab0d5c1b24b0'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'health'
              position: '12'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'de834a5272e34c328d25bad56dd15b2b'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'side'
            }
          },
          {
            table: 'sys_documentation'
            id: 'df872c0e4b0946319a6fd88b9947303a'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'health'
              language: 'en'
            }
          },
          {
            table: 'sys_choice'
            id: 'e0066a1c0a964cf48aa60c89c268c13a'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'health'
              value: 'up'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'e04b67332b6841029f9075ab8e0c76e2'
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: '.begin_split'
              position: '0'
            }
          },
          {
            table: 'sys_documentation'
            id: 'e056c6f6d4974515ac06f1cf84b67c48'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'side'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: 'e0ef2bbff4e2447e98ece59c729797c8'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'connection'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'e14d53156a7946c99d293a515ab59d17'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'local_short_name'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: 'e2a924af4e654d459882fc6637a17eb1'
            deleted: true
            key: {
              name: 'x_accrd_bridge/vendor-@mantine-core--d5cde64c'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: 'e36df0d809db492893ed4258ffca5cd4'
            key: {
              list_id: {
                id: '17386edf60ac49a29e6d55eb32bfa8a2'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'health'
            }
          },
          {
            table: 'sys_choice'
            id: 'e41a796bb25541aead856fd4e5731a62'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_type'
              value: 'GENERIC'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'e42de2ad11074df2b338c3c32aead248'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_instance_url'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'e4d8e3321c7b4c2c959cdcd22f766d89'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: 'e55c60068feb4762bd724581913429d1'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_instance_uid'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'e565f4a8acd64fcdb26acfdb2ab0b630'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state_reason_detail'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'e727b240e61e4411877821932d318779'
            deleted: true
            key: {
              sys_ui_section: {
                id: 'ace305e5b57a480eae8a00dc2f74f98c'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'node_connection_id'
              position: '14'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'e7cbffb941434ababac4f5a8e390f1bc'
            key: {
              sys_ui_section: {
                id: '05dac910e59f46e18fca2c6d7ba7d89d'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Remote side'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'remote_instance_url'
              position: '2'
            }
          },
          {
            table: 'sys_ui_action_role'
            id: 'e86e821ba7ce4b3d885aedad595609b7'
            key: {
              sys_ui_action: 'b208c9d436ab404e9e9a31628a3f103f'
              sys_user_role: {
                id: 'ee8d69c8e8964330ae962bb20e50927f'
                key: {
                  name: 'x_accrd_bridge.admin'
                }
              }
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'e95c10c1ee3e4bf9b780c47f49a3a1d3'
            key: {
              sys_security_acl: '1b33d0c364df46f8bb2303c102dfab87'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_ui_list_element'
            id: 'ea250c3ba8d64e2ca78286193bf3295b'
            key: {
              list_id: {
                id: 'f764880cc3e348b5a2bc2fdfd048151a'
                key: {
                  name: 'x_accrd_bridge_handshake_log'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'at'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'ea2c0f40beef46068c5838d407933dc1'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'is_local'
            }
          },
          {
            table: 'sys_documentation'
            id: 'eae0fd1c81e5443fbd999921d6b09248'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'ed1cc34c995c4a828ea57aa2acc4908e'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: 'edeb178872de4f4ba59cd85fa161499b'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'instance_uid'
              language: 'en'
            }
          },
          {
            table: 'sys_choice'
            id: 'ee384f14b59d4ffc8738822af5e8481c'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'mode'
              value: 'visual'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_user_role'
            id: 'ee8d69c8e8964330ae962bb20e50927f'
            key: {
              name: 'x_accrd_bridge.admin'
            }
          },
          {
            table: 'sys_documentation'
            id: 'ef2db8ef1660460f95bde9b346be9a72'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'invited_instance_uid'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: 'efca62b6be324a8b935b267f80862782'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'revision'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'f22cbf94f3ee4984b7321910c8a22414'
            key: {
              sys_ui_section: {
                id: '05dac910e59f46e18fca2c6d7ba7d89d'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Remote side'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'local_key_fingerprint'
              position: '9'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'f251099c9b8a4255a177bf00b2375d88'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_type'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'f307242136e840bdbc517d753886326e'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'detail'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: 'f3aa958164bc42828abd99fa928197e3'
            key: {
              list_id: {
                id: '17386edf60ac49a29e6d55eb32bfa8a2'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'side'
            }
          },
          {
            table: 'sys_ui_action_role'
            id: 'f59fd935eae444faa3cff8cae6d98bc8'
            key: {
              sys_ui_action: 'ebc56cd193d04b268d57bb03aaba8096'
              sys_user_role: {
                id: 'ee8d69c8e8964330ae962bb20e50927f'
                key: {
                  name: 'x_accrd_bridge.admin'
                }
              }
            }
          },
          {
            table: 'sys_choice'
            id: 'f5bcfe9302a241ce923129be250d43d9'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'active'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'f5d4f4cbcb7a49b7afd47edead328135'
            key: {
              sys_ui_section: {
                id: '05dac910e59f46e18fca2c6d7ba7d89d'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Remote side'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'remote_node_url'
              position: '3'
            }
          },
          {
            table: 'sys_documentation'
            id: 'f7154f8567274312a05a2aa9b23a06ec'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'local_key_fingerprint'
              language: 'en'
            }
          },
          {
            table: 'sys_choice'
            id: 'f7304b0a634c42f99df4dd0565c65734'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'terminating'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_list'
            id: 'f764880cc3e348b5a2bc2fdfd048151a'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              view: {
                id: 'Default view'
                key: {
                  name: 'NULL'
                }
              }
              sys_domain: 'global'
              element: 'NULL'
              relationship: 'NULL'
              parent: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: 'f7e9a3a229d34e08ab71fcba4b03ee81'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'key_fingerprint'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'fac7b2458fdd41be8621a135408e2557'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'node_version'
            }
          },
          {
            table: 'sys_ui_form_section'
            id: 'fb28a8191dcd4dbb81e7c77196d2b6dc'
            key: {
              sys_ui_form: {
                id: 'cab83d8b087a44b68e8eca46887299bb'
                key: {
                  name: 'x_accrd_bridge_connection'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              sys_ui_section: {
                id: '6aedd497a463443da56538fbbc454838'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Handshake'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
            }
          },
          {
            table: 'sys_documentation'
            id: 'fbd2853410ad4e759144c5a166353490'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'rest_version'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'fc6be948dcd34a5cafc39d754707d321'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'revision'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'fd8b72c98d0c4701b5a6145f82420b65'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'last_contact_at'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: 'fe3315b188bd4dee8a8950bb5d7c37ce'
            key: {
              list_id: {
                id: 'd08d5d2a660f40a18090f21e9f2f8243'
                key: {
                  name: 'x_accrd_bridge_invitation'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                  element: 'NULL'
                  relationship: 'NULL'
                  parent: 'NULL'
                }
              }
              element: 'connection'
            }
          },
          {
            table: 'sys_documentation'
            id: 'fefebd0e445f4066a66ee1f41569e9a6'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'pairing_state'
              language: 'en'
            }
          },
        ]
      }
    }
  }
}
