import '@servicenow/sdk/global'

declare global {
  namespace Now {
    namespace Internal {
      interface Keys extends KeysRegistry {
        explicit: {
          bom_json: {
            table: 'sys_module'
            id: '4184c56aac384fc58bcac3869d44776f'
          }
          'book-atlas': {
            table: 'x_acme_shelf_book'
            id: '33335fd868cb46cab94b3f773f6fce0e'
          }
          'book-create': {
            table: 'sys_security_acl'
            id: 'dee7d7dcc11943f5bb445bf64334b527'
          }
          'book-delete': {
            table: 'sys_security_acl'
            id: '7d9116ce37614ec78f84ddef005dbb03'
          }
          'book-dune': {
            table: 'x_acme_shelf_book'
            id: '94ff59ce2bed4adcbd78ba6bed86329a'
          }
          'book-price-read': {
            table: 'sys_security_acl'
            id: 'b29c8c3528ab4f3fbec6cd2a05a1ce42'
          }
          'book-price-write': {
            table: 'sys_security_acl'
            id: '54a5c1ec1dc940aa91a9063ee911468d'
          }
          'book-read': {
            table: 'sys_security_acl'
            id: '8f67da936d61482c9db0753b4458c443'
          }
          'book-write': {
            table: 'sys_security_acl'
            id: 'db6ce443817948d9be840205e9787e95'
          }
          lend: {
            table: 'sys_ui_action'
            id: 'f6fd4016e62a46afbf2b093f2e0a1032'
          }
          'loan-days': {
            table: 'sys_properties'
            id: '79278d58a721441eab9f7cb41d993c8a'
          }
          menu: {
            table: 'sys_app_application'
            id: '9f9ff09ab84b4006b334bb33ba341d6b'
          }
          'module-books': {
            table: 'sys_app_module'
            id: 'd2cabcf5b3cd4be38973b978569b1fe3'
          }
          'open-shelves': {
            table: 'sys_ui_action'
            id: 'd801544d22f34b56ae406f428144b56d'
          }
          package_json: {
            table: 'sys_module'
            id: 'a9c0a5ca6db5402690708b27b1fa53d8'
          }
          'page-read': {
            table: 'sys_security_acl'
            id: '80eda6bc3921465bbfbdb699ad27caec'
          }
          'probe-api': {
            table: 'sys_ws_definition'
            id: '22e38ea652b5459c8a6eb41bea6ccdff'
          }
          'refuse-losing-rare-books': {
            table: 'sys_script'
            id: '4334214bb0c749af9bbaea5f4b688ba3'
          }
          remind: {
            table: 'sysauto_script'
            id: 'af03e03190a748aca60312129c00b656'
          }
          'report-lost': {
            table: 'sys_ui_action'
            id: '6b87f1cf33474076b07097b1f8888729'
          }
          'rest-book': {
            table: 'sys_ws_operation'
            id: '70589deaf4844d4a83a54bb2997c9f77'
          }
          'rest-execute': {
            table: 'sys_security_acl'
            id: 'd0850920f2204d85ac4084932443a1cf'
          }
          'rest-keep': {
            table: 'sys_ws_operation'
            id: 'c7315e0e875a4786a98534ae2b173552'
          }
          'rest-legacy': {
            table: 'sys_ws_operation'
            id: '816c013816944bf9ba090b531ef6d88a'
          }
          'rest-loan': {
            table: 'sys_ws_operation'
            id: 'b6fc27dcdc89499d8b9ddc53cc23884c'
          }
          'rest-probe': {
            table: 'sys_ws_operation'
            id: 'bb3fd541c85641bc897a8699a37a5038'
          }
          'rest-public': {
            table: 'sys_ws_operation'
            id: '9c0f884ae1164c209a325800bdf90580'
          }
          'rest-stream': {
            table: 'sys_ws_operation'
            id: 'dd4c07ff7bf042949d6e616f4f5046b4'
          }
          'rest-teapot': {
            table: 'sys_ws_operation'
            id: 'abbc32117c874fb0a69195ce8cb60c62'
          }
          'shelf-a': {
            table: 'x_acme_shelf_shelf'
            id: '69d571b8c2734e509c7003ebfef8944c'
          }
          'shelf-ajax': {
            table: 'sys_script_include'
            id: '2f6f0826a2f54687990c3b1534570fc8'
          }
          'shelf-api': {
            table: 'sys_ws_definition'
            id: 'dd21497b569a44108d7d759a98420b8b'
          }
          'shelf-read': {
            table: 'sys_security_acl'
            id: '17396e8cb8d349f3bd7ff42c092b088d'
          }
          'shelf-words': {
            table: 'sys_script_include'
            id: '6ed74c1cdc83447588f96f3462b62aec'
          }
          'src_server_lend-book_ts': {
            table: 'sys_module'
            id: '127a749e567e4db1b029aebd79929019'
          }
          'src_server_loan-days_ts': {
            table: 'sys_module'
            id: 'df6d2d037f4a4956baea71ec8f9c2948'
          }
          'src_server_may-write-book_ts': {
            table: 'sys_module'
            id: '0ec3582d7899426dac870eaef00e047a'
          }
          src_server_probes_ts: {
            table: 'sys_module'
            id: 'a2786260abb241b8b7da91ed55471a09'
          }
          'src_server_refuse-losing-rare-books_ts': {
            table: 'sys_module'
            id: '18f788dde17b402db0d10302519a3ed8'
          }
          src_server_rest_ts: {
            table: 'sys_module'
            id: '375251f499c84c78bb4ca6ed072a1a6b'
          }
          src_server_trail_ts: {
            table: 'sys_module'
            id: 'bb137b8852f34ee19c125d6e07c3ed4e'
          }
          'title-case': {
            table: 'sys_script'
            id: '830631eada8e4cceac7fdad8d5635a95'
          }
          'trail-after-lending': {
            table: 'sys_script'
            id: '08d9568b27ae42cb86534d73c3725eb2'
          }
          'trail-later': {
            table: 'sys_script'
            id: '59505472cb654c8292f02efac25040f3'
          }
        }
        composite: [
          {
            table: 'sys_documentation'
            id: '026924fe4c0043f3be5537b70a13f60b'
            key: {
              name: 'x_acme_shelf_shelf'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_choice'
            id: '0a2a525766064098816cdcf37d4a18e0'
            key: {
              name: 'x_acme_shelf_book'
              element: 'state'
              value: 'out'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sn_glider_source_artifact_m2m'
            id: '0bd663b914c448c5819cef89387c1b97'
            key: {
              application_file: 'a6ac70059e194eb3a1c57cbfd313e561'
              source_artifact: '960da04bea3747d49f93644da539bb63'
            }
          },
          {
            table: 'sys_dictionary'
            id: '0f09826030684c7a8616669e615ed3ac'
            key: {
              name: 'x_acme_shelf_book'
              element: 'author'
            }
          },
          {
            table: 'sn_glider_source_artifact_m2m'
            id: '0f1f677a73484009ae805c5fe3d55895'
            key: {
              application_file: '456c2e34ead14c2292c27f0f62eedb7e'
              source_artifact: '960da04bea3747d49f93644da539bb63'
            }
          },
          {
            table: 'sys_db_object'
            id: '115cf56fdeb44439aa80732a0a24618e'
            key: {
              name: 'x_acme_shelf_book'
            }
          },
          {
            table: 'sys_choice'
            id: '15663dfbd38f4607b1652efc68aba01e'
            key: {
              name: 'x_acme_shelf_book'
              element: 'state'
              value: 'in'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: '159dfabdcad14e2cad1794246a99061c'
            key: {
              name: 'x_acme_shelf/vendor-react-dom--e67c1ea0.js.map'
            }
          },
          {
            table: 'sys_documentation'
            id: '1a06159cb9f44cbfb15d5062979fe958'
            key: {
              name: 'x_acme_shelf_book'
              element: 'rare'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '1df4d9e618cf489db74eb09adfd50338'
            key: {
              name: 'x_acme_shelf_book'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_user_role'
            id: '1e0d56cf3525471aaf55cf87d0ab2bbe'
            key: {
              name: 'x_acme_shelf.reader'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '21e627cfd5b8458b82e89007336344ea'
            key: {
              sys_security_acl: '8f67da936d61482c9db0753b4458c443'
              sys_user_role: {
                id: '1e0d56cf3525471aaf55cf87d0ab2bbe'
                key: {
                  name: 'x_acme_shelf.reader'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '21edf74784614044a278e9161b2bac75'
            key: {
              name: 'x_acme_shelf_shelf'
              element: 'room'
            }
          },
          {
            table: 'sys_dictionary'
            id: '2447fd2289b44760bbbb8c577ade7b58'
            key: {
              name: 'x_acme_shelf_book'
              element: 'state'
            }
          },
          {
            table: 'sys_documentation'
            id: '25b7eea628a44fd89aededc7a05ad1ef'
            key: {
              name: 'x_acme_shelf_book'
              element: 'due'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: '2bf9b306a0584c9bb6edf9607b26faa3'
            key: {
              name: 'x_acme_shelf_book'
              element: 'pages'
            }
          },
          {
            table: 'sys_db_object'
            id: '2d4315a0a98b4689b7c7db16e5693fbf'
            key: {
              name: 'x_acme_shelf_shelf'
            }
          },
          {
            table: 'sys_documentation'
            id: '34e49ecb5cf54c9995799b52f934d980'
            key: {
              name: 'x_acme_shelf_book'
              element: 'title'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '35415520ff334b42a13715b2b74e3de9'
            key: {
              sys_security_acl: 'd0850920f2204d85ac4084932443a1cf'
              sys_user_role: {
                id: '1e0d56cf3525471aaf55cf87d0ab2bbe'
                key: {
                  name: 'x_acme_shelf.reader'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '3b0da336d0014384b7d6c025a473efee'
            key: {
              name: 'x_acme_shelf_book'
              element: 'borrowed_by'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '3bda2e16589248a384a7e82fb7568406'
            key: {
              sys_security_acl: 'b29c8c3528ab4f3fbec6cd2a05a1ce42'
              sys_user_role: {
                id: 'd8022ce6574148ee89ded836382e3f7e'
                key: {
                  name: 'x_acme_shelf.librarian'
                }
              }
            }
          },
          {
            table: 'sys_ui_page'
            id: '3cd67fffef774228af8f397e0db1dbc2'
            key: {
              endpoint: 'x_acme_shelf_shelves.do'
            }
          },
          {
            table: 'sys_documentation'
            id: '41e64ebc58f041c6b02348d69bab9f86'
            key: {
              name: 'x_acme_shelf_book'
              element: 'trail'
              language: 'en'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: '43269e2f7190436cb0cd30f749ab45b9'
            key: {
              name: 'x_acme_shelf_book'
            }
          },
          {
            table: 'sys_documentation'
            id: '43f27a7f464d4372ae97a98a795c111e'
            key: {
              name: 'x_acme_shelf_book'
              element: 'state'
              language: 'en'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: '456c2e34ead14c2292c27f0f62eedb7e'
            key: {
              name: 'x_acme_shelf/main.js.map'
            }
          },
          {
            table: 'sys_db_object'
            id: '45702f77d70c4a40a5464a2bdff153d0'
            key: {
              name: 'x_acme_shelf_repair'
            }
          },
          {
            table: 'sys_choice'
            id: '5732c84b205e467988f953435ba5c628'
            key: {
              name: 'x_acme_shelf_book'
              element: 'state'
              value: 'lost'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: '5e2aa374e07244129bbcc00be615283c'
            key: {
              name: 'x_acme_shelf_repair'
              element: 'book'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '5e7345bb200c4400a40fd0002334a6ed'
            key: {
              name: 'x_acme_shelf_repair'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_action_role'
            id: '62aa64e0a9b048eda9a8d247138ef3e0'
            key: {
              sys_ui_action: '6b87f1cf33474076b07097b1f8888729'
              sys_user_role: {
                id: 'd8022ce6574148ee89ded836382e3f7e'
                key: {
                  name: 'x_acme_shelf.librarian'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '690623caf3504db5aff9666ece04b7e2'
            key: {
              name: 'x_acme_shelf_book'
              element: 'lock_code'
            }
          },
          {
            table: 'sys_documentation'
            id: '7aba14b75b914f518ecbd7bf38d6200c'
            key: {
              name: 'x_acme_shelf_shelf'
              element: 'room'
              language: 'en'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: '7bc455e108a54359aaed0d8eced55402'
            key: {
              name: 'x_acme_shelf_repair'
            }
          },
          {
            table: 'sys_user_role_contains'
            id: '7c5cac3fa46d42f5875c6d85941ceefb'
            key: {
              role: {
                id: 'd8022ce6574148ee89ded836382e3f7e'
                key: {
                  name: 'x_acme_shelf.librarian'
                }
              }
              contains: {
                id: '1e0d56cf3525471aaf55cf87d0ab2bbe'
                key: {
                  name: 'x_acme_shelf.reader'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '8096225c0d6f47c3b14e3e75226207dc'
            key: {
              name: 'x_acme_shelf_book'
              element: 'rare'
            }
          },
          {
            table: 'sys_documentation'
            id: '885df00eaabb46cf927a3eb10a54b5ee'
            key: {
              name: 'incident'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sn_glider_source_artifact_m2m'
            id: '8d2426a466fb43d0a1afbe505fb5b3b6'
            key: {
              application_file: '159dfabdcad14e2cad1794246a99061c'
              source_artifact: '960da04bea3747d49f93644da539bb63'
            }
          },
          {
            table: 'sys_dictionary'
            id: '8f3b74f9132f4edeae728fe552c4a995'
            key: {
              name: 'x_acme_shelf_repair'
              element: 'NULL'
            }
          },
          {
            table: 'sys_dictionary'
            id: '910974d497d84990ae8bce27de000cf4'
            key: {
              name: 'incident'
              element: 'x_acme_shelf_room'
            }
          },
          {
            table: 'sys_documentation'
            id: '953979ff4543470db575c812083a4f6c'
            key: {
              name: 'x_acme_shelf_book'
              element: 'shelf'
              language: 'en'
            }
          },
          {
            table: 'sn_glider_source_artifact'
            id: '960da04bea3747d49f93644da539bb63'
            key: {
              name: 'x_acme_shelf_shelves.do - BYOUI Files'
            }
          },
          {
            table: 'sys_number'
            id: '988e098af3734879a4efbd0e107fe9be'
            key: {
              category: 'x_acme_shelf_repair'
              prefix: 'REP'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: '9b3a81c0d5714e1b904f5bbcff84e0fb'
            key: {
              name: 'incident'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '9c780c81928e424dadf0f231ce80729f'
            key: {
              sys_security_acl: '80eda6bc3921465bbfbdb699ad27caec'
              sys_user_role: {
                id: '1e0d56cf3525471aaf55cf87d0ab2bbe'
                key: {
                  name: 'x_acme_shelf.reader'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: '9e647d1198c7440aa3d6264130dae852'
            key: {
              name: 'x_acme_shelf_book'
              element: 'number'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: 'a6ac70059e194eb3a1c57cbfd313e561'
            key: {
              name: 'x_acme_shelf/vendor-react-dom--e67c1ea0'
            }
          },
          {
            table: 'sys_documentation'
            id: 'a6d880b3dafc492dbc0630a371a44c1d'
            key: {
              name: 'incident'
              element: 'x_acme_shelf_room'
              language: 'en'
            }
          },
          {
            table: 'sn_glider_source_artifact_m2m'
            id: 'acc17bf240f64dc5b436692678190b54'
            key: {
              application_file: '3cd67fffef774228af8f397e0db1dbc2'
              source_artifact: '960da04bea3747d49f93644da539bb63'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'b1c89a9766ee4f689a89764b2b2dbfb1'
            key: {
              name: 'x_acme_shelf_book'
              element: 'title'
            }
          },
          {
            table: 'sys_ui_action_role'
            id: 'b6d4e8e5d61f448db9002135c23ff6ba'
            key: {
              sys_ui_action: 'f6fd4016e62a46afbf2b093f2e0a1032'
              sys_user_role: {
                id: 'd8022ce6574148ee89ded836382e3f7e'
                key: {
                  name: 'x_acme_shelf.librarian'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: 'bc69364ed6834053864f683fcb14da6b'
            key: {
              name: 'x_acme_shelf_book'
              element: 'trail'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'c07e93ba833a4b3b819bcfd85291ec13'
            key: {
              name: 'x_acme_shelf_book'
              element: 'price'
            }
          },
          {
            table: 'sys_documentation'
            id: 'c37acab1365c46c28cd0475988d652f7'
            key: {
              name: 'x_acme_shelf_book'
              element: 'pages'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'c5cd62ff539e4228a31e190fdfaf3fb2'
            key: {
              sys_security_acl: 'dee7d7dcc11943f5bb445bf64334b527'
              sys_user_role: {
                id: 'd8022ce6574148ee89ded836382e3f7e'
                key: {
                  name: 'x_acme_shelf.librarian'
                }
              }
            }
          },
          {
            table: 'sys_db_object'
            id: 'c8b660b7832a4318bb01aa4d5ff09d78'
            key: {
              name: 'incident'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: 'c9fe37964ff045a2bdfe80f78d4bcc8e'
            key: {
              name: 'x_acme_shelf_shelf'
            }
          },
          {
            table: 'sys_ui_page'
            id: 'cb6b635e9e5d450e9afe59265c8def9f'
            key: {
              endpoint: 'x_acme_shelf_plain.do'
            }
          },
          {
            table: 'sys_choice_set'
            id: 'cbeb4b1fe97d4eb28b6360e72ffa61c6'
            key: {
              name: 'x_acme_shelf_book'
              element: 'state'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'd06c2c00419c4fb3bb859c3f050a2017'
            key: {
              name: 'x_acme_shelf_book'
              element: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: 'd1ffc25ec94140758b27a0148f94c2bb'
            key: {
              name: 'x_acme_shelf_book'
              element: 'lock_code'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: 'd2eaa2a281184e02be8fcef4683420eb'
            key: {
              name: 'x_acme_shelf_book'
              element: 'price'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'd376da85d42542a89e1d7523a441e3ac'
            key: {
              sys_security_acl: 'db6ce443817948d9be840205e9787e95'
              sys_user_role: {
                id: 'd8022ce6574148ee89ded836382e3f7e'
                key: {
                  name: 'x_acme_shelf.librarian'
                }
              }
            }
          },
          {
            table: 'sys_documentation'
            id: 'd410608dd45045bb81c2b079ef2d8f24'
            key: {
              name: 'x_acme_shelf_shelf'
              element: 'name'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: 'd44c87408cad45b2b343af1dab4a6e6a'
            key: {
              name: 'x_acme_shelf_book'
              element: 'borrowed_by'
              language: 'en'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: 'd4cfa38028e34617ba768fb75799a501'
            key: {
              name: 'x_acme_shelf/main'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'd5dd2f1696bf4212b410cc3a78c27ee3'
            key: {
              name: 'x_acme_shelf_book'
              element: 'due'
            }
          },
          {
            table: 'sys_number'
            id: 'd719494708eb4878a1cb2f081d169b21'
            key: {
              category: 'x_acme_shelf_book'
              prefix: 'BOOK'
            }
          },
          {
            table: 'sys_user_role'
            id: 'd8022ce6574148ee89ded836382e3f7e'
            key: {
              name: 'x_acme_shelf.librarian'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'daee8a9e5d934c3684484ee71bd2892d'
            key: {
              name: 'x_acme_shelf_shelf'
              element: 'NULL'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'de373f92fbed47ec950158f95fa99dc9'
            key: {
              name: 'x_acme_shelf_book'
              element: 'shelf'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'e016ee0eefe9429fb2cd251de816c54a'
            key: {
              sys_security_acl: '7d9116ce37614ec78f84ddef005dbb03'
              sys_user_role: {
                id: 'd8022ce6574148ee89ded836382e3f7e'
                key: {
                  name: 'x_acme_shelf.librarian'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: 'e8d33b04b7f34bfbaaf4b7142437ce94'
            key: {
              name: 'x_acme_shelf_shelf'
              element: 'name'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'eddaef4c17e940859ce67c200359aa68'
            key: {
              sys_security_acl: '54a5c1ec1dc940aa91a9063ee911468d'
              sys_user_role: {
                id: '9fb0783989134337b888ff18a7eb4945'
                key: {
                  name: 'admin'
                }
              }
            }
          },
          {
            table: 'sys_dictionary'
            id: 'efe560974ad443f39e8582e1539f2e2d'
            key: {
              name: 'x_acme_shelf_repair'
              element: 'book'
            }
          },
          {
            table: 'sys_documentation'
            id: 'f132ea39d0e1472dbc762f9009f208ec'
            key: {
              name: 'x_acme_shelf_book'
              element: 'author'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: 'fbe7ab5852e849be97f645b5c50ebb51'
            key: {
              name: 'x_acme_shelf_book'
              element: 'number'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'ff1a94b577b8431893d912ab2d2e7c5c'
            key: {
              sys_security_acl: '17396e8cb8d349f3bd7ff42c092b088d'
              sys_user_role: {
                id: '1e0d56cf3525471aaf55cf87d0ab2bbe'
                key: {
                  name: 'x_acme_shelf.reader'
                }
              }
            }
          },
          {
            table: 'sn_glider_source_artifact_m2m'
            id: 'ffe82c17e2fa47828e6f200cb9e53a41'
            key: {
              application_file: 'd4cfa38028e34617ba768fb75799a501'
              source_artifact: '960da04bea3747d49f93644da539bb63'
            }
          },
        ]
      }
    }
  }
}
