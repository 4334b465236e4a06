import '@servicenow/sdk/global'

declare global {
  namespace Now {
    namespace Internal {
      interface Keys extends KeysRegistry {
        explicit: {
          bom_json: {
            table: 'sys_module'
            id: 'e7d0e347ffcb480ba13214fff737431a'
          }
          'booking-create': {
            table: 'sys_security_acl'
            id: 'a88bf538aefe46888a3c45864dbe29bb'
          }
          'booking-read': {
            table: 'sys_security_acl'
            id: 'dd2525b1d7dc47a7a79f0e2a1e9b4902'
          }
          'booking-write': {
            table: 'sys_security_acl'
            id: '8598d47ae290461485b069dba8a127e8'
          }
          cancel: {
            table: 'sys_ui_action'
            id: 'cc54365b20ec41249822f5a4eb54c93e'
          }
          'end-past-bookings': {
            table: 'sysauto_script'
            id: 'd2638ca28e42426bb2358acce6126d7d'
          }
          package_json: {
            table: 'sys_module'
            id: '20545977fae647afae5f4c49499124bc'
          }
          'refuse-taken-desk': {
            table: 'sys_script'
            id: 'de1aab0b8c154d63b26624dd35995bf8'
          }
          'src_server_end-past-bookings_ts': {
            table: 'sys_module'
            id: '3cf99827ab154e88848b0865ed6a815d'
          }
          'src_server_refuse-taken-desk_ts': {
            table: 'sys_module'
            id: '5bade3abcc4b4df6932da6352e25baa5'
          }
        }
        composite: [
          {
            table: 'sys_documentation'
            id: '12f8775e6745494c8d252bbdd0a775b1'
            key: {
              name: 'x_acme_desk_booking'
              element: 'day'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '19a69e6410c34f318c475bc66db70076'
            key: {
              name: 'x_acme_desk_booking'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: '261238d87282448fb841190aaed90e7e'
            key: {
              name: 'x_acme_desk_booking'
              element: 'desk'
            }
          },
          {
            table: 'sys_choice'
            id: '4c53f28664aa41059c503a708c3477ed'
            key: {
              name: 'x_acme_desk_booking'
              element: 'state'
              value: 'over'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '55f42880ef4a4f72aba0ac68a5fb70c3'
            key: {
              sys_security_acl: 'dd2525b1d7dc47a7a79f0e2a1e9b4902'
              sys_user_role: {
                id: '84cdb4d9307e4095b9ecb1225dc2e144'
                key: {
                  name: 'x_acme_desk.user'
                }
              }
            }
          },
          {
            table: 'sys_documentation'
            id: '5646e2d19df749d3bf6ae21f165a73c0'
            key: {
              name: 'x_acme_desk_booking'
              element: 'state'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '80592f9287cf4e418debc88baea72f44'
            key: {
              sys_security_acl: '8598d47ae290461485b069dba8a127e8'
              sys_user_role: {
                id: '84cdb4d9307e4095b9ecb1225dc2e144'
                key: {
                  name: 'x_acme_desk.user'
                }
              }
            }
          },
          {
            table: 'sys_user_role'
            id: '84cdb4d9307e4095b9ecb1225dc2e144'
            key: {
              name: 'x_acme_desk.user'
            }
          },
          {
            table: 'sys_db_object'
            id: '93c4160eb3ac43099d74b5c60e9a2d61'
            key: {
              name: 'x_acme_desk_booking'
            }
          },
          {
            table: 'sys_choice'
            id: '9904613923db467d80fb19a7c7fd390b'
            key: {
              name: 'x_acme_desk_booking'
              element: 'state'
              value: 'cancelled'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_action_role'
            id: '9f7495b5017f4c82bc51ea411e6153bd'
            key: {
              sys_ui_action: 'cc54365b20ec41249822f5a4eb54c93e'
              sys_user_role: {
                id: '84cdb4d9307e4095b9ecb1225dc2e144'
                key: {
                  name: 'x_acme_desk.user'
                }
              }
            }
          },
          {
            table: 'sys_choice_set'
            id: 'aafe331e84eb4ee98ed504ddaf9cbec4'
            key: {
              name: 'x_acme_desk_booking'
              element: 'state'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'ad290541656e4b59833c1879b32ea851'
            key: {
              name: 'x_acme_desk_booking'
              element: 'state'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'b0a2d735d8aa48139833bfdf051cd3a0'
            key: {
              sys_security_acl: 'a88bf538aefe46888a3c45864dbe29bb'
              sys_user_role: {
                id: '84cdb4d9307e4095b9ecb1225dc2e144'
                key: {
                  name: 'x_acme_desk.user'
                }
              }
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: 'b183f58f29214e8bbf7c952ea76fda0b'
            key: {
              name: 'x_acme_desk_booking'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'c2956fba959a4dc9a578afececb2beca'
            key: {
              name: 'x_acme_desk_booking'
              element: 'NULL'
            }
          },
          {
            table: 'sys_choice'
            id: 'dc5a7703ee0842978ac2e02ba376ce8c'
            key: {
              name: 'x_acme_desk_booking'
              element: 'state'
              value: 'booked'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: 'f53266cb83c9418c9957b802e4991942'
            key: {
              name: 'x_acme_desk_booking'
              element: 'desk'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'f76de741ae8744a7862f0e5301293c3a'
            key: {
              name: 'x_acme_desk_booking'
              element: 'day'
            }
          },
        ]
      }
    }
  }
}
