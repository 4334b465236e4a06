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
          'action-record': {
            table: 'sys_ui_action'
            id: '5a0bc4ace147494ab1c35a0eb327af56'
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
          'change-notice-create': {
            table: 'sys_security_acl'
            id: 'cfeecded93a24855a521db868dec4c00'
          }
          'change-notice-delete': {
            table: 'sys_security_acl'
            id: '853dcf20f7a44ada9837415695c76a6f'
          }
          'change-notice-read': {
            table: 'sys_security_acl'
            id: 'cf98de1f86dd4f57befcad1c5a960f5d'
          }
          'change-notice-write': {
            table: 'sys_security_acl'
            id: '53e397377c1e4cb4802db0ba193aaf54'
          }
          'clone-leaves-pairing-behind': {
            table: 'clone_data_exclude'
            id: '8b58c2cb35304f5d8a77d8451b68e33a'
          }
          'connection-create': {
            table: 'sys_security_acl'
            id: 'f90b96ab089f4ce6b57e0807b86a5ff7'
          }
          'connection-delete': {
            table: 'sys_security_acl'
            id: '5de48bd11b7b49108e54d5a504cc17c2'
          }
          'connection-panel-formatter': {
            table: 'sys_ui_formatter'
            id: 'e62bf5b3ea8d445c859ca87b1a8332c3'
          }
          'connection-panel-include': {
            table: 'sys_script_include'
            id: '23fb293d59c94fa2bc726ad27bf57140'
          }
          'connection-panel-macro': {
            table: 'sys_ui_macro'
            id: '436f4eb038a14b73a8529f892847acbc'
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
          'de-message--0-no-fields-that-accord-may-write-of-1-': {
            table: 'sys_ui_message'
            id: '55da3cd5e8d147c8ab96067773c4a68f'
          }
          'de-message--0-no-fields-that-may-leave-of-1-': {
            table: 'sys_ui_message'
            id: '91443df361414485a750e233c8c90814'
          }
          'de-message--0-no-journals-of-1-': {
            table: 'sys_ui_message'
            id: 'e775ffc9d9704b2bac7e4092893102c9'
          }
          'de-message--0-no-journals-to-write-to-of-1-': {
            table: 'sys_ui_message'
            id: 'c99571dd02db49eca4b432c5cfd9c4b4'
          }
          'de-message-a-connection-is-changed-at-its-node-never-in-this-table-use-': {
            table: 'sys_ui_message'
            id: '4954c0d6a4c445e8ab1b2afdb0b1e5c2'
          }
          'de-message-a-file-could-not-be-brought-over': {
            table: 'sys_ui_message'
            id: '5492866008e543d09111aea54ebfa90f'
          }
          'de-message-a-message-of-this-pair-is-missing-before-this-one': {
            table: 'sys_ui_message'
            id: 'ec012ccc3759423687999f0763e5bb44'
          }
          'de-message-a-rule-of-the-instance-refuses-rows-of-accord': {
            table: 'sys_ui_message'
            id: '0243147c345e4a63aed9392fc114c53c'
          }
          'de-message-accept-invitation': {
            table: 'sys_ui_message'
            id: 'db5bae84f9a94626a133dd81e32824ae'
          }
          'de-message-accord': {
            table: 'sys_ui_message'
            id: '2ccb4279665840a0ba44053c38716206'
          }
          'de-message-accord-never-opens-0-it-holds-rights-secrets-or-scripts-': {
            table: 'sys_ui_message'
            id: '2344d075f354458583554a5e305b4ada'
          }
          'de-message-activate': {
            table: 'sys_ui_message'
            id: '512420b618b34e028548e4acff628ebe'
          }
          'de-message-an-internal-entry-would-become-visible': {
            table: 'sys_ui_message'
            id: 'c5207fad40a74a6387d36661abd2d938'
          }
          'de-message-back-to-the-record': {
            table: 'sys_ui_message'
            id: 'd582c43c4d0b41438c770b5b12bd0d6e'
          }
          'de-message-both-sides-are-being-compared-an-accord-maintainer-decides-w': {
            table: 'sys_ui_message'
            id: '6de900004c14428789e9203325096aa5'
          }
          'de-message-both-sides-changed-the-same-field': {
            table: 'sys_ui_message'
            id: '5e20418ffd3c4337be265baa788bdad1'
          }
          'de-message-connect-to-an-existing-record': {
            table: 'sys_ui_message'
            id: '4a88bbbaeb034356bef63d08e76b40d6'
          }
          'de-message-deactivate': {
            table: 'sys_ui_message'
            id: '6828ca2943a04d4ba9f3fc02c915ae51'
          }
          'de-message-deactivated-the-other-side-is-informed-only-this-side-can-ac': {
            table: 'sys_ui_message'
            id: 'ed81e783976b4f8489f85159dc0f4b88'
            deleted: true
          }
          'de-message-delete-connection': {
            table: 'sys_ui_message'
            id: 'ff09576820f14c21928155c0621f5e0f'
          }
          'de-message-except-the-tables-of-accord-from-the-rule-that-is-named-': {
            table: 'sys_ui_message'
            id: '33422bdace574ef9bf4587f5782e5c1d'
          }
          'de-message-go-back-to-the-list-of-connections-': {
            table: 'sys_ui_message'
            id: 'eab606015da44a13a27b6f3867318d19'
          }
          'de-message-initiate-connection': {
            table: 'sys_ui_message'
            id: 'e6e69e549b274007a06b78afb67ee244'
          }
          'de-message-it-is-tried-again-by-itself-': {
            table: 'sys_ui_message'
            id: '6e34d3ddf96044c9be26a88bf5d5830d'
          }
          'de-message-last-change-from-here': {
            table: 'sys_ui_message'
            id: '2e11cde3848145428e361c7cc3f42d9b'
          }
          'de-message-last-change-from-there': {
            table: 'sys_ui_message'
            id: 'bd43b290e44b4a938ffbaad39bc982e3'
          }
          'de-message-more-than-one-record-fits-the-look-up': {
            table: 'sys_ui_message'
            id: 'c4eb1668936745cbada409366eb2ba76'
          }
          'de-message-never': {
            table: 'sys_ui_message'
            id: 'fd40c392b355422fbd5ff85f63331895'
          }
          'de-message-no-line-of-the-map-fits-this-word': {
            table: 'sys_ui_message'
            id: 'e0916bb9271147c683478b37180a8a21'
          }
          'de-message-nothing-to-do-changes-travel-to-0-and-back-': {
            table: 'sys_ui_message'
            id: 'df6beb41e38a4aa6ae94f38066643260'
          }
          'de-message-nothing-to-do-the-record-is-on-its-way-to-0-': {
            table: 'sys_ui_message'
            id: '3e8792640bed457c9b9cc821b5ba97f8'
          }
          'de-message-nothing-to-do-the-rules-do-not-send-this-record-to-0-': {
            table: 'sys_ui_message'
            id: '19b3ffb063f64ac8aac1f419b1ac8170'
          }
          'de-message-nothing-travels-any-more-the-record-here-stays-as-it-is-': {
            table: 'sys_ui_message'
            id: '2346aab67665431685068eaca0179ac8'
          }
          'de-message-open-accord-set-up-and-paste-the-pairing-code-that-the-node-': {
            table: 'sys_ui_message'
            id: 'faa45e7f5d56481bb7c157bb77aa3ec6'
          }
          'de-message-open-in-accord': {
            table: 'sys_ui_message'
            id: '64fd9f721c0c462f87cbdb0497d08a15'
          }
          'de-message-opens-in-a-new-tab': {
            table: 'sys_ui_message'
            id: '0d32e3c0b44642149a7704fde854645e'
          }
          'de-message-pair-it-with-a-node-of-its-own-if-only-its-address-has-chang': {
            table: 'sys_ui_message'
            id: '6efb2a2c56fb4a18802678c35b4dc7e3'
          }
          'de-message-re-issue-code': {
            table: 'sys_ui_message'
            id: 'cf6c38dec96642378f3fefa15d382a79'
          }
          'de-message-record-of': {
            table: 'sys_ui_message'
            id: '953f4d3215024237abda868d903fcaf4'
          }
          'de-message-reload-its-state-and-decide-again-': {
            table: 'sys_ui_message'
            id: 'b398e175bc2747baa402d8df342d8cf4'
          }
          'de-message-revoke-invitation': {
            table: 'sys_ui_message'
            id: '80b60aefe88c44018383417dcf1abe4b'
          }
          'de-message-rotate-keys': {
            table: 'sys_ui_message'
            id: '8bf6ed15758e4a97b9b78629b464a7c3'
          }
          'de-message-send-the-details-to-support-nothing-was-changed-here-': {
            table: 'sys_ui_message'
            id: '27d41d32931e4dd59a6d75857db540fb'
          }
          'de-message-show-the-sync-pairs-below-these-forms-for-everybody': {
            table: 'sys_ui_message'
            id: '192cc1ece1174f438ee94e49887b2dc2'
          }
          'de-message-since': {
            table: 'sys_ui_message'
            id: '4abed664980b43edb6c1df1f21a2bd78'
          }
          'de-message-somebody-else-has-changed-this-draft-meanwhile': {
            table: 'sys_ui_message'
            id: '96190afba39049d6973b291114a51890'
          }
          'de-message-something-broke-inside-the-node': {
            table: 'sys_ui_message'
            id: '81015683de394f22995e49afe77c75fc'
          }
          'de-message-start-the-node-then-try-again-nothing-was-lost-': {
            table: 'sys_ui_message'
            id: '9d441d3e5ca04d89b6bef11b5f4bee9f'
          }
          'de-message-sync-access-cannot-open-what-is-named': {
            table: 'sys_ui_message'
            id: '44f236ecb58b4a49a6737b383fa4c806'
          }
          'de-message-sync-access-does-not-allow-this-table-or-field': {
            table: 'sys_ui_message'
            id: '2244e4d1d39e435db4a19ae711a5d14e'
          }
          'de-message-sync-now': {
            table: 'sys_ui_message'
            id: '80856e28b6d34815acf5a95f0cd67590'
          }
          'de-message-sync-of-this-record': {
            table: 'sys_ui_message'
            id: 'e7eda485b98e4d25b3577d11f2a59176'
          }
          'de-message-take-the-list-sync-pairs-off-these-forms': {
            table: 'sys_ui_message'
            id: '61c6b2437a854860a427ac087eb14ab2'
          }
          'de-message-the-bridge-node-does-not-answer': {
            table: 'sys_ui_message'
            id: '31c3082cb100413894f981c793216f11'
          }
          'de-message-the-change-has-come-through-this-instance-before': {
            table: 'sys_ui_message'
            id: '92fbe4edaf0b4f909926ad6344d1808c'
          }
          'de-message-the-condition-of-the-trigger-cannot-be-used': {
            table: 'sys_ui_message'
            id: '444cd770f38a4b868efbf9f3467f3c30'
          }
          'de-message-the-connection-is-not-in-a-state-that-allows-this': {
            table: 'sys_ui_message'
            id: '700b7211977540f2879f9d1614f43278'
          }
          'de-message-the-field-has-no-such-choice': {
            table: 'sys_ui_message'
            id: '5817b90a84ad4c1b951f3a54c4caccd0'
          }
          'de-message-the-handshake-log-cannot-be-changed-it-shows-what-happened-': {
            table: 'sys_ui_message'
            id: 'ff9b21b1fc8e4e8a9fc6c784f588b3ad'
          }
          'de-message-the-instance-has-no-sync-user': {
            table: 'sys_ui_message'
            id: '0b1fb8e70f3844bc83eaf9dd56f6f64b'
          }
          'de-message-the-instance-is-not-paired-with-a-node': {
            table: 'sys_ui_message'
            id: '0c87fcca600145c7bd93903504ee2d32'
          }
          'de-message-the-instance-refuses-to-write-this-record': {
            table: 'sys_ui_message'
            id: '0ddf6bd4736046b1be7655f2a4549111'
          }
          'de-message-the-invitation-was-revoked-its-code-opens-nothing-any-more-': {
            table: 'sys_ui_message'
            id: '5ac8da1148ab44c79a76da4145c6281a'
          }
          'de-message-the-list-sync-pairs-is-on-these-forms-no-more-': {
            table: 'sys_ui_message'
            id: 'ebf41dbfb716400c8c25cbc0a625b43a'
          }
          'de-message-the-list-sync-pairs-stands-below-the-forms-of-this-table-now': {
            table: 'sys_ui_message'
            id: 'e0487c1f39394879853ff737c4abe250'
          }
          'de-message-the-lists-of-0-are-too-long-name-fewer-fields-': {
            table: 'sys_ui_message'
            id: '2eb5e2dadf0445eda73eb90e2516e3c3'
          }
          'de-message-the-message-is-of-a-kind-or-a-version-that-this-node-does-no': {
            table: 'sys_ui_message'
            id: '9be91454b47a4306a87bf08dbd534539'
          }
          'de-message-the-message-was-made-before-the-other-side-began-this-pair-a': {
            table: 'sys_ui_message'
            id: 'c4750cafb8a944619874ce1d92842af9'
          }
          'de-message-the-node-cannot-answer-at-the-moment': {
            table: 'sys_ui_message'
            id: '8670e7919f8f40a0b5cf51373259d779'
          }
          'de-message-the-other-node-gave-an-answer-that-breaks-the-protocol': {
            table: 'sys_ui_message'
            id: '24c35b74a28b40339a8fd51f21223561'
          }
          'de-message-the-other-side-has-deleted-many-records-and-the-rules-would-': {
            table: 'sys_ui_message'
            id: 'a3bca25740854716b8734bfa0c2f1ed9'
          }
          'de-message-the-pause-of-this-side-has-ended-the-other-side-is-informed-': {
            table: 'sys_ui_message'
            id: 'c4a171932a464194b1e62fc21c1898d8'
          }
          'de-message-the-record-is-looked-at-now-what-has-changed-is-sent-': {
            table: 'sys_ui_message'
            id: 'c495722cf6024860a96239cffa860f7e'
          }
          'de-message-the-record-no-longer-exists': {
            table: 'sys_ui_message'
            id: 'e510c190fa374e6ca294eb5574a8ac09'
          }
          'de-message-the-record-that-is-named-cannot-be-connected': {
            table: 'sys_ui_message'
            id: '8316b43efb824ea9b9cd6bde5788177c'
          }
          'de-message-the-record-was-changed-by-others-while-it-was-written': {
            table: 'sys_ui_message'
            id: 'a46ecefb1364449ea36d92e2d842dfa7'
          }
          'de-message-the-script-ended-in-an-error': {
            table: 'sys_ui_message'
            id: '82f6636f06dd4ed9be8c0719bdd67adb'
          }
          'de-message-the-script-gave-two-results-for-the-same-record': {
            table: 'sys_ui_message'
            id: '33b7b5f57bf3427fa019d74161a14de2'
          }
          'de-message-the-script-needs-too-much-memory': {
            table: 'sys_ui_message'
            id: 'f2b32b5727ec42d7aeb394b3d0e913de'
          }
          'de-message-the-script-took-too-long': {
            table: 'sys_ui_message'
            id: 'fcfc90167ace4a6a87304a4ed10912eb'
          }
          'de-message-the-two-records-differ-and-one-side-has-lost-its-memory-of-t': {
            table: 'sys_ui_message'
            id: '7426d475cfc24ba9b3ef67772a522252'
          }
          'de-message-the-two-sides-keep-changing-the-same-fields-in-turn': {
            table: 'sys_ui_message'
            id: '69b9aaa255064cc3b157de1c9e0dc73b'
          }
          'de-message-there-is-no-such-connection': {
            table: 'sys_ui_message'
            id: '998adb3acc9f478ab9af32722766eb7e'
          }
          'de-message-there-is-no-such-file-to-be-fetched': {
            table: 'sys_ui_message'
            id: 'df2a283562a9428c9f3007ee9b79dea4'
          }
          'de-message-there-is-no-such-sync-pair': {
            table: 'sys_ui_message'
            id: 'e56ef43ed5fc4ff8ba86f03bda3f2ca5'
          }
          'de-message-there-is-no-such-version-of-the-script': {
            table: 'sys_ui_message'
            id: '7c730ad4992547018b80ffae9b09dd89'
          }
          'de-message-there-is-no-table-0-': {
            table: 'sys_ui_message'
            id: '0171566c6a284abd9d6a9c3feee83971'
          }
          'de-message-these-forms-have-no-related-lists-of-their-own-yet-open-one-': {
            table: 'sys_ui_message'
            id: 'a2069c410a574c3da1efeb772df7c91d'
          }
          'de-message-this-did-not-work-reload-the-page-and-try-again-': {
            table: 'sys_ui_message'
            id: 'e8a27a8bf99548a8b2184abc3b0a3863'
          }
          'de-message-this-is-a-copy-of-the-instance-that-was-paired': {
            table: 'sys_ui_message'
            id: 'dab5f0af5e3c408688578f0d62c38e4d'
          }
          'de-message-this-record-is-not-kept-equal-with-a-record-of-another-compa': {
            table: 'sys_ui_message'
            id: 'aa022374169c439096c07a5a2e2f0f83'
          }
          'de-message-try-again-the-operator-finds-the-request-id-in-the-log-': {
            table: 'sys_ui_message'
            id: '76df41e4aa4d4e8a9f9c341acba3a786'
          }
          'de-message-unlink': {
            table: 'sys_ui_message'
            id: '8abca656665e4801a8eefe27309efded'
          }
          'de-message-waits-for-a-person-an-accord-maintainer-removes-the-cause-an': {
            table: 'sys_ui_message'
            id: 'ad5eef7bb5b94f0680cf40d55f669652'
          }
          'de-message-what-should-be-sent-is-too-large': {
            table: 'sys_ui_message'
            id: '8197e38febfb4b1680a000aaf4fee4de'
          }
          'de-message-what-the-outgoing-script-made-cannot-be-sent': {
            table: 'sys_ui_message'
            id: 'f2f63fb74ce349699c6a26f5001d1c7c'
          }
          'de-sys_app_application-hint-connections-with-other-companies': {
            table: 'sys_translated'
            id: '17e0b226695246e28b2b8e87733dd698'
          }
          'de-sys_app_module-hint-all-connections-of-this-instance': {
            table: 'sys_translated'
            id: 'ce4d3d277c1c493fb682989818b794b9'
            deleted: true
          }
          'de-sys_app_module-hint-all-connections-of-this-instance-live': {
            table: 'sys_translated'
            id: '6dc5bfe94f654673b6e41decfbfefd93'
          }
          'de-sys_app_module-hint-connections-with-their-live-state': {
            table: 'sys_translated'
            id: '8f31860ce8f44939bc14b1e547ba2a56'
            deleted: true
          }
          'de-sys_app_module-hint-pair-this-instance-with-its-bridge-node': {
            table: 'sys_translated'
            id: '41440052126046f2b8ddde481db39fed'
          }
          'de-sys_app_module-hint-the-records-of-all-connections-as-the-platform-lists-them': {
            table: 'sys_translated'
            id: '1c6461f6cf054662975cad0874768423'
          }
          'de-sys_app_module-hint-versions-logs-and-diagnosis': {
            table: 'sys_translated'
            id: '963e98429e5749d6b6fe819259caecd0'
          }
          'de-sys_app_module-hint-what-accord-may-read-and-write-of-each-table': {
            table: 'sys_translated'
            id: '5a6f46f4cb17423ebb8083ae40493b43'
          }
          'de-sys_app_module-hint-what-needs-you-and-connections-with-their-live-state': {
            table: 'sys_translated'
            id: '671b58be134542a3b4686e7d0ee40cce'
          }
          'de-sys_app_module-hint-which-record-is-kept-equal-with-which-one-of-the-other-compa': {
            table: 'sys_translated'
            id: '63067548f31e440d89c86d8a2f6e9621'
          }
          'de-sys_app_module-hint-who-did-what-to-which-connection': {
            table: 'sys_translated'
            id: '74e43e91ec574861bcaa80d55bc1a4e7'
          }
          'de-sys_app_module-title-connection-list': {
            table: 'sys_translated'
            id: 'f377040a53b2472f8f82145e7f5aa68e'
          }
          'de-sys_app_module-title-connections': {
            table: 'sys_translated'
            id: '90c5d02329044a539d9642f22fc79e3d'
          }
          'de-sys_app_module-title-console': {
            table: 'sys_translated'
            id: 'f1d2e046e48240d79a2402d741a17685'
          }
          'de-sys_app_module-title-handshake-log': {
            table: 'sys_translated'
            id: '7d9e4c2a5b58407984e218f15b7feb24'
          }
          'de-sys_app_module-title-set-up': {
            table: 'sys_translated'
            id: 'dbe6389fae4a4411935714132b8e29df'
          }
          'de-sys_app_module-title-support': {
            table: 'sys_translated'
            id: 'bebac28899234cc8bf58054444fdf982'
          }
          'de-sys_app_module-title-sync-access': {
            table: 'sys_translated'
            id: '76d72848b42d45c289ed01d9e4f53c1f'
          }
          'de-sys_app_module-title-sync-pairs': {
            table: 'sys_translated'
            id: '5c6f1e2fe2d1485c99f3c8f12f79da7f'
          }
          'de-sys_ui_action-hint-create-a-connection-and-the-invitation-code-for-the-other-co': {
            table: 'sys_translated'
            id: 'ee97a2c2a32e4a7085e6efc2b98a97d6'
          }
          'de-sys_ui_action-hint-end-the-connection-for-ever-asks-first': {
            table: 'sys_translated'
            id: '39ffb7bdf3324a8fbc1ad0a73b2738f3'
          }
          'de-sys_ui_action-hint-end-the-pause-of-this-side': {
            table: 'sys_translated'
            id: '1be68ae7c3a84757b55f41199de71ba0'
          }
          'de-sys_ui_action-hint-make-a-new-invitation-code-which-is-shown-once-asks-first': {
            table: 'sys_translated'
            id: 'bbd02a69b56f49128c15d79c5eb46181'
          }
          'de-sys_ui_action-hint-make-the-open-invitation-code-worthless': {
            table: 'sys_translated'
            id: 'ac127b0103a24219bddf163f9b827add'
          }
          'de-sys_ui_action-hint-paste-the-invitation-code-that-the-other-company-sent': {
            table: 'sys_translated'
            id: '8c71d52709734ecfb5b0e8c4e703c8b7'
          }
          'de-sys_ui_action-hint-pause-the-connection-only-this-side-can-resume-it': {
            table: 'sys_translated'
            id: 'ea5457f8899e4587ba875303869a044d'
            deleted: true
          }
          'de-sys_ui_action-hint-pause-the-connection-only-this-side-can-resume-it-asks-first': {
            table: 'sys_translated'
            id: '9176bab50ab04ae58ab4a59ae026a4f0'
          }
          'de-sys_ui_action-hint-replace-this-side-s-key-of-the-connection-asks-first': {
            table: 'sys_translated'
            id: 'bbb6f4d7c4d44ffa9e5e2dd2ec3a3d41'
          }
          'de-sys_ui_action-hint-see-the-live-state-and-the-handshake-log-of-this-connection': {
            table: 'sys_translated'
            id: 'a1155c6d442f49ed8cd22b25b3c45b5a'
          }
          'de-sys_ui_action-hint-see-with-which-record-of-another-company-this-one-is-kept-eq': {
            table: 'sys_translated'
            id: '9c2d630fcb0746df8729f6a461ab038d'
          }
          'de-sys_ui_action-name-accept-invitation': {
            table: 'sys_translated'
            id: '70e150b53b7748b89ec4cdefdc089d4b'
          }
          'de-sys_ui_action-name-accord': {
            table: 'sys_translated'
            id: 'ef18948c95b94097b1e171c78d650d76'
          }
          'de-sys_ui_action-name-activate': {
            table: 'sys_translated'
            id: '7285fd1a7e484d72953a3f7681db5d7e'
          }
          'de-sys_ui_action-name-deactivate': {
            table: 'sys_translated'
            id: '414d3596229a4c979ae377caa3b50896'
          }
          'de-sys_ui_action-name-delete-connection': {
            table: 'sys_translated'
            id: '7a8e2bb3ca5c4909b99ccb4b15537ebc'
          }
          'de-sys_ui_action-name-initiate-connection': {
            table: 'sys_translated'
            id: '11aa92cbfeed401b8c918f1241ce1d41'
          }
          'de-sys_ui_action-name-open-in-console': {
            table: 'sys_translated'
            id: '928d5c6dddb940fb987a14a0f97ad44e'
          }
          'de-sys_ui_action-name-re-issue-code': {
            table: 'sys_translated'
            id: '88b25f45af3744c398830366cd99d046'
          }
          'de-sys_ui_action-name-revoke-invitation': {
            table: 'sys_translated'
            id: '00d97ac0c87b442489a8575ba5529a39'
          }
          'de-sys_ui_action-name-rotate-keys': {
            table: 'sys_translated'
            id: '38e49b70627e40f89b33f8919d6dda40'
          }
          'de-sys_ui_section-caption-connection': {
            table: 'sys_translated'
            id: 'fb657dd4574a409da2cbc2414709548e'
          }
          'de-sys_ui_section-caption-handshake': {
            table: 'sys_translated'
            id: 'f8470c87da7b485abc503fb5072453b4'
          }
          'de-sys_ui_section-caption-invitations': {
            table: 'sys_translated'
            id: '5fd423faebe74a5392e0b4da625c11ca'
          }
          'de-sys_ui_section-caption-remote-side': {
            table: 'sys_translated'
            id: 'c32db6ca03244bceb76976f468fd0e89'
          }
          'de-sys_ui_section-caption-sync-pair': {
            table: 'sys_translated'
            id: '55021b2c394149a5b6e9d702d0e5f8c6'
          }
          'de-sys_ui_section-caption-sync-pairs': {
            table: 'sys_translated'
            id: 'd05005b485684adb91bea8c776a98f50'
          }
          'effect-create': {
            table: 'sys_security_acl'
            id: '8ae93e0ec62545a4a8a58e7699bccfc6'
          }
          'effect-delete': {
            table: 'sys_security_acl'
            id: '12ae8aeb74f5439ca90e70dd50b0ad8a'
          }
          'effect-read': {
            table: 'sys_security_acl'
            id: '786fcce3b92a4eccb0180d79a3b6e9dd'
          }
          'effect-write': {
            table: 'sys_security_acl'
            id: 'dbd430e0873346dc8ef55340bfc49cd9'
          }
          'event-notice': {
            table: 'sysevent_register'
            id: 'a4fb36fffe3244edae031bf1c624423f'
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
          'job-apply-plans-1': {
            table: 'sysauto_script'
            id: 'ad40296c0c7e45b49cb20044af510bd6'
          }
          'job-apply-plans-2': {
            table: 'sysauto_script'
            id: '94b402e05dca40e4a61ba2861cb7ed74'
          }
          'job-apply-plans-3': {
            table: 'sysauto_script'
            id: '78fa82cf533e4a3794f6eb0cca378225'
          }
          'job-apply-plans-4': {
            table: 'sysauto_script'
            id: '4c996c16008c4031a91b76947b5b86e5'
          }
          'job-attach-files': {
            table: 'sysauto_script'
            id: '5c9f2c9e95074aa781728173b9e2ce40'
          }
          'job-check-rights': {
            table: 'sysauto_script'
            id: '13e17cdf11db4c09b7ce9b408799b967'
          }
          'job-reconcile': {
            table: 'sysauto_script'
            id: '6a17607322b54ac283713c6d7b5d3957'
          }
          'job-tidy-sync': {
            table: 'sysauto_script'
            id: 'f1e132e4c320460ca823d16f1a4cd841'
          }
          'job-wake-node': {
            table: 'sysauto_script'
            id: '27600d2d2a304ab4bcbb6e5fc2ef6b3a'
          }
          menu: {
            table: 'sys_app_application'
            id: '220863575297482a84affd44ec0e2bdb'
          }
          'module-connection-list': {
            table: 'sys_app_module'
            id: '138b716d51f14ac684b1ed513320ce7e'
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
          'module-support': {
            table: 'sys_app_module'
            id: '7a0badab15a649a89ff99601932f135e'
          }
          'module-sync-access': {
            table: 'sys_app_module'
            id: '164e604fc3ba460d912eb19802620d25'
          }
          'module-sync-pairs': {
            table: 'sys_app_module'
            id: '7715d633d0e04c9d8ccbe1b8aa14726f'
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
          'nonce-create': {
            table: 'sys_security_acl'
            id: '655709576a944122b5573a4c401095aa'
          }
          'nonce-delete': {
            table: 'sys_security_acl'
            id: '4c844a4c948344518c338b5b51dac6be'
          }
          'nonce-read': {
            table: 'sys_security_acl'
            id: 'a23d193fe147451ab55c60fbcddd2c15'
          }
          'nonce-write': {
            table: 'sys_security_acl'
            id: '3ff54d6944654ecca4c2f878f3daf534'
          }
          'notice-mail': {
            table: 'sysevent_email_action'
            id: '2f625fd4b3d74734af22014dab843b68'
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
          'now-app_src_server_connection-rows_table-mark_ts': {
            table: 'sys_module'
            id: '35a3e53580424a9bb5f28b31c951069e'
          }
          'now-app_src_server_connections_actor-name_ts': {
            table: 'sys_module'
            id: 'ce21ed5fdee94cb580e96ad7787a3236'
          }
          'now-app_src_server_http_answer_ts': {
            table: 'sys_module'
            id: '37850ab96a524a86aac0327d8d220415'
          }
          'now-app_src_server_http_path-parameter_ts': {
            table: 'sys_module'
            id: '100128e6ef1842949cdd59219461475a'
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
          'now-app_src_server_jobs_names_ts': {
            table: 'sys_module'
            id: '8ef49fa3b2184f2e9963868917c853b6'
          }
          'now-app_src_server_jobs_reconcile_ts': {
            table: 'sys_module'
            id: '15014d8164d142438c1e15ae5c4c8c44'
          }
          'now-app_src_server_jobs_reconcile-progress_ts': {
            table: 'sys_module'
            id: 'ae1bf790971f4fa190dd79d461053f23'
          }
          'now-app_src_server_message-texts_ts': {
            table: 'sys_module'
            id: 'c54e8ec423964bdea18d65bf7ec55cda'
          }
          'now-app_src_server_messages_ts': {
            table: 'sys_module'
            id: 'a42a39f24466491aba784b8f20806d67'
          }
          'now-app_src_server_names_ts': {
            table: 'sys_module'
            id: 'a9758e1a2f594b169e67194fa21a35a3'
          }
          'now-app_src_server_node_ask-node_ts': {
            table: 'sys_module'
            id: 'bbf3572707ef4508bce71597a55be3e7'
          }
          'now-app_src_server_node_carry-file_ts': {
            table: 'sys_module'
            id: 'c445f1c539eb434dbb1eec1aeb321dfb'
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
          'now-app_src_server_panel_next-steps_ts': {
            table: 'sys_module'
            id: '8399db76526c42f4af944af2004ca959'
          }
          'now-app_src_server_panel_read-panel_ts': {
            table: 'sys_module'
            id: 'ee5ed7d2cc9d44efa9bd34209c43580f'
          }
          'now-app_src_server_platform_glide-time_ts': {
            table: 'sys_module'
            id: 'd5e1290b08b64020ac6a3a19033612b3'
          }
          'now-app_src_server_platform_last-error-message_ts': {
            table: 'sys_module'
            id: 'ba2f030e344d460cac1383c67abcc0bf'
          }
          'now-app_src_server_platform_secure-record_ts': {
            table: 'sys_module'
            id: '9bc1b60eecb94c93801ce6e7aff82e05'
          }
          'now-app_src_server_platform_start-job_ts': {
            table: 'sys_module'
            id: 'b69c554ff6fe4b55b0156659a1141503'
          }
          'now-app_src_server_platform_write-fields_ts': {
            table: 'sys_module'
            id: '232c67e1c447442d8416f56a59566f51'
          }
          'now-app_src_server_records_find-readable_ts': {
            table: 'sys_module'
            id: 'c5a85622cfca437e88b0408cb9bcc8c9'
          }
          'now-app_src_server_records_record-sync_ts': {
            table: 'sys_module'
            id: 'b20f1ed84d004b3ca30913bbd967a2b6'
          }
          'now-app_src_server_records_record-texts_ts': {
            table: 'sys_module'
            id: '41f816d83ec54b7ca78dff5e5534bc14'
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
          'now-app_src_server_routes_read-changes_ts': {
            table: 'sys_module'
            id: '3a5ae8e3d78b418d86d45eda97aad9ad'
          }
          'now-app_src_server_routes_read-discovery_ts': {
            table: 'sys_module'
            id: '99b98ac7d3d84186a2661dd04a8b68d6'
          }
          'now-app_src_server_routes_read-record-sync_ts': {
            table: 'sys_module'
            id: '839d29d5c06b481e94f82047a8a07efc'
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
          'now-app_src_server_sync_access_change-access_ts': {
            table: 'sys_module'
            id: '4d31e1d39be74766b0fa2a9bd25ee66f'
          }
          'now-app_src_server_sync_access_closed-tables_ts': {
            table: 'sys_module'
            id: 'bcff33da64e84a2caffa3ef50478cd13'
          }
          'now-app_src_server_sync_access_describe-access_ts': {
            table: 'sys_module'
            id: '66a27d4d86bd4fb5b3b49ad334036cd8'
          }
          'now-app_src_server_sync_access_faults-of-access_ts': {
            table: 'sys_module'
            id: '5db4a6c35ab9440eab089c40d069b4d5'
          }
          'now-app_src_server_sync_access_list-access_ts': {
            table: 'sys_module'
            id: '3622dc16b38b41b18b2d2736acc24cbf'
          }
          'now-app_src_server_sync_access_restrict-query_ts': {
            table: 'sys_module'
            id: '1bf2f0a5f979454289a014f85d34ec0b'
          }
          'now-app_src_server_sync_access_sync-access_ts': {
            table: 'sys_module'
            id: 'cc332e084ca54fd3a25c0390345749ca'
          }
          'now-app_src_server_sync_access_validate-entry_ts': {
            table: 'sys_module'
            id: '91e1447ddf4645a2b436c5ace72116b5'
          }
          'now-app_src_server_sync_access_validate-query_ts': {
            table: 'sys_module'
            id: '371791a40b904f53a5aa8fb0ad308eb8'
          }
          'now-app_src_server_sync_access_write-securely_ts': {
            table: 'sys_module'
            id: '9ffb76961dd94227817f3d7a6a073e1c'
          }
          'now-app_src_server_sync_call_read-input_ts': {
            table: 'sys_module'
            id: '7e28b1a6a4534545a6e3008eaf19e85d'
          }
          'now-app_src_server_sync_call_sync-call_ts': {
            table: 'sys_module'
            id: 'd33945a05f434f6f9d7b5e19bd64ffd8'
          }
          'now-app_src_server_sync_call_take-nonce_ts': {
            table: 'sys_module'
            id: 'f96c66f24d174567af39d85f2205048e'
          }
          'now-app_src_server_sync_finding_ts': {
            table: 'sys_module'
            id: 'd6d0b83b8d514314890820199c066e7c'
          }
          'now-app_src_server_sync_forget-work_ts': {
            table: 'sys_module'
            id: 'dc0af2bd40754b5297dabc0a13b0c97b'
          }
          'now-app_src_server_sync_names_ts': {
            table: 'sys_module'
            id: '2c1a20f45c0940a981c0c6e60d227167'
          }
          'now-app_src_server_sync_notices_note-change_ts': {
            table: 'sys_module'
            id: 'a55db095470545eeb2dd7f855f3d4119'
          }
          'now-app_src_server_sync_notices_notices_ts': {
            table: 'sys_module'
            id: '9077bbdd619e4f06b7b4726936dd6e09'
          }
          'now-app_src_server_sync_notices_wake-node_ts': {
            table: 'sys_module'
            id: 'c7f64e365bc043879551b12d4ed4803b'
          }
          'now-app_src_server_sync_pairs_store-pairs_ts': {
            table: 'sys_module'
            id: '0898412b10534a44834760c08701fe61'
          }
          'now-app_src_server_sync_plans_apply-delete_ts': {
            table: 'sys_module'
            id: '95eed48ee555498db05462ffe883b2f8'
          }
          'now-app_src_server_sync_plans_apply-file_ts': {
            table: 'sys_module'
            id: '653f0f9577fc41399610cdad8c74c0d9'
          }
          'now-app_src_server_sync_plans_apply-plan_ts': {
            table: 'sys_module'
            id: '6b479a3c33c84fd4bd7dec1775057fa2'
          }
          'now-app_src_server_sync_plans_check-plan_ts': {
            table: 'sys_module'
            id: '7771edb94ac9421c8491918fb532f552'
          }
          'now-app_src_server_sync_plans_claim-plan_ts': {
            table: 'sys_module'
            id: '3210749746ca4e208c398bdbe76645bf'
          }
          'now-app_src_server_sync_plans_effect_ts': {
            table: 'sys_module'
            id: 'f4be4eff4fb74ff9b3ba5ecbf0a5ca2b'
          }
          'now-app_src_server_sync_plans_file-name_ts': {
            table: 'sys_module'
            id: '8478d88916c6473ab19011ac99153b17'
          }
          'now-app_src_server_sync_plans_journal-writing_ts': {
            table: 'sys_module'
            id: '64faab0b5e5a4184b4d613a5f8bd6c5e'
          }
          'now-app_src_server_sync_plans_partitions_ts': {
            table: 'sys_module'
            id: '1bf1fea4676f4ad5bc18b0189c801ade'
          }
          'now-app_src_server_sync_plans_plan-rows_ts': {
            table: 'sys_module'
            id: '1ae61cb56a8e468e9f8b8c7d7faf10c6'
          }
          'now-app_src_server_sync_plans_run-partition_ts': {
            table: 'sys_module'
            id: '634586915675479b80bfef20f026f960'
          }
          'now-app_src_server_sync_plans_wake-partitions_ts': {
            table: 'sys_module'
            id: '383ce011069d462eb32aee543546f5f8'
          }
          'now-app_src_server_sync_read_display-of_ts': {
            table: 'sys_module'
            id: '0a58e414b38c4be898faade17c9ce29a'
          }
          'now-app_src_server_sync_read_field-of_ts': {
            table: 'sys_module'
            id: 'e2073e6f640c47b8bb54d621ca686e18'
          }
          'now-app_src_server_sync_read_find-records_ts': {
            table: 'sys_module'
            id: 'c26a3a018f934040aa7f7fd23876625c'
          }
          'now-app_src_server_sync_read_people_ts': {
            table: 'sys_module'
            id: '83e74b4fa9cc49e4b833bd563b2227d9'
          }
          'now-app_src_server_sync_read_read-entries_ts': {
            table: 'sys_module'
            id: '637fefba1f6f498295f7bf5c4b544976'
          }
          'now-app_src_server_sync_read_read-files_ts': {
            table: 'sys_module'
            id: '9f44a5598c7e4563a94df531faaa495a'
          }
          'now-app_src_server_sync_read_read-record_ts': {
            table: 'sys_module'
            id: '712f6815387b4869b2798b88f9749932'
          }
          'now-app_src_server_sync_routes_check-query_ts': {
            table: 'sys_module'
            id: '6163447f9f864fec86851972b0ca8cf0'
          }
          'now-app_src_server_sync_routes_describe-tables_ts': {
            table: 'sys_module'
            id: 'd16d1b14e2b1417b801c1465f7699aea'
          }
          'now-app_src_server_sync_routes_find-records_ts': {
            table: 'sys_module'
            id: 'afbe9a2e90974143956dc1f05b839b1e'
          }
          'now-app_src_server_sync_routes_notify-people_ts': {
            table: 'sys_module'
            id: 'c44197b58fd44721b1aeecc28498f8a8'
          }
          'now-app_src_server_sync_routes_pull-news_ts': {
            table: 'sys_module'
            id: 'f592b735dbfb4450852eb34b72e282c8'
          }
          'now-app_src_server_sync_routes_put-sync-user_ts': {
            table: 'sys_module'
            id: 'ea871cc9c42b4d18aa33d48b62f3b160'
          }
          'now-app_src_server_sync_routes_read-records_ts': {
            table: 'sys_module'
            id: 'a71a755493f04be7b648c2c25db1b644'
          }
          'now-app_src_server_sync_routes_receive-pairs_ts': {
            table: 'sys_module'
            id: 'af9bd70a79634ed0baedb326839dcc29'
          }
          'now-app_src_server_sync_routes_receive-plans_ts': {
            table: 'sys_module'
            id: '9cea112011b44397965837c79950a206'
          }
          'now-app_src_server_sync_routes_receive-watches_ts': {
            table: 'sys_module'
            id: 'c6ccd5916f1243e69bd343d69bf0860d'
          }
          'now-app_src_server_sync_routes_scan-versions_ts': {
            table: 'sys_module'
            id: '8216b17f73e940a0b99e30334697db3e'
          }
          'now-app_src_server_sync_routes_send-file_ts': {
            table: 'sys_module'
            id: 'f78c02dbbb244a27bf36add22e29baf1'
          }
          'now-app_src_server_sync_routes_serve-sync_ts': {
            table: 'sys_module'
            id: '4d62a1f1fff74d92b97da32f06c27662'
          }
          'now-app_src_server_sync_routes_sync-access_ts': {
            table: 'sys_module'
            id: '758acfbf42d9440aabe97e6693970dcc'
          }
          'now-app_src_server_sync_routes_sync-routes_ts': {
            table: 'sys_module'
            id: '6a294aa36970410a97096a7b175698b1'
          }
          'now-app_src_server_sync_tidy-sync_ts': {
            table: 'sys_module'
            id: 'ab8d55ed3b6b4fe2afa46e39d5031748'
          }
          'now-app_src_server_sync_user_check-rights_ts': {
            table: 'sys_module'
            id: '552bdc372a344b41b85ab50569f4b3b6'
          }
          'now-app_src_server_sync_user_describe-sync-user_ts': {
            table: 'sys_module'
            id: 'b71ca219fe7a4de797306a483cc2c296'
          }
          'now-app_src_server_sync_user_make-sync-user_ts': {
            table: 'sys_module'
            id: '6db6fe496c894988abc6a6e3c2f6be0f'
          }
          'now-app_src_server_sync_user_sync-user_ts': {
            table: 'sys_module'
            id: '5e8f00df447b44ee84f10f89556e6648'
          }
          'now-app_src_server_sync_watches_count-matching_ts': {
            table: 'sys_module'
            id: '3b9ce81e9d7d407293ca7110cc6048ad'
          }
          'now-app_src_server_sync_watches_is-noticed_ts': {
            table: 'sys_module'
            id: 'ff0393cffccf4e52bc722fbbe70f57ba'
          }
          'now-app_src_server_sync_watches_matching-watches_ts': {
            table: 'sys_module'
            id: '33d399670e5e41dfb12142987e41b33f'
          }
          'now-app_src_server_sync_watches_scan_ts': {
            table: 'sys_module'
            id: '2d5b3bcd88b04e068ab299fdf449f785'
          }
          'now-app_src_server_sync_watches_store-watches_ts': {
            table: 'sys_module'
            id: '2f8e112e32234345a44dc0b74b292013'
          }
          'now-app_src_server_sync_watches_watches_ts': {
            table: 'sys_module'
            id: '0c1fdfb161ce4ebca8aac1cee3696f90'
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
          'panel-de-activate-it-here-and-ask-the-other-side-to-do-the-': {
            table: 'sys_ui_message'
            id: 'e15fa66414394f7c928ff1573775f1d0'
          }
          'panel-de-activate-it-here-changes-are-queued-meanwhile': {
            table: 'sys_ui_message'
            id: 'a9003d62604d460aa7e61a192537ce15'
          }
          'panel-de-an-administrator-compares-both-fingerprints-and-ap': {
            table: 'sys_ui_message'
            id: '337af2f1b2df4cb1955c326d445e2747'
          }
          'panel-de-ask-the-other-side-for-a-code-that-renews-the-keys': {
            table: 'sys_ui_message'
            id: 'dcb51eef24c5407f8920433afbe44c9d'
          }
          'panel-de-delete-it-here-when-its-history-is-not-needed-any-': {
            table: 'sys_ui_message'
            id: '775b76d5dd7d4fda936e116db4c5ca5d'
          }
          'panel-de-health': {
            table: 'sys_ui_message'
            id: '047fd549886b4168acfe86319c4a1a18'
          }
          'panel-de-last-contact': {
            table: 'sys_ui_message'
            id: 'dfc639557b6f4ec494a12e4245c6b392'
          }
          'panel-de-never': {
            table: 'sys_ui_message'
            id: 'f2f0a6ef22bf4a84a80021dcdd8b503c'
          }
          'panel-de-next-step': {
            table: 'sys_ui_message'
            id: '9a73ea58b78247d68439eb490fa4b269'
          }
          'panel-de-nothing-to-do-both-sides-work': {
            table: 'sys_ui_message'
            id: '36f08416c2eb478490746cfc4323213f'
          }
          'panel-de-nothing-to-do-the-answer-of-the-other-side-is-awai': {
            table: 'sys_ui_message'
            id: '24ddcc744718476aa49eceea7bed7ea4'
          }
          'panel-de-nothing-to-do-the-connection-is-history': {
            table: 'sys_ui_message'
            id: 'dcb5d6cdeb5e44479cd9f2b8d6aeb537'
          }
          'panel-de-nothing-to-do-the-other-side-has-accepted-its-firs': {
            table: 'sys_ui_message'
            id: '4aaa51aeed6848988c02326be3c98c34'
          }
          'panel-de-nothing-to-do-the-other-side-is-being-informed': {
            table: 'sys_ui_message'
            id: '96b9886ebc5b45a4b9fd795b14464a63'
          }
          'panel-de-only-the-other-side-can-activate-it-again-changes-': {
            table: 'sys_ui_message'
            id: 'adfbcaa8771c46028bb2d0d589b45741'
          }
          'panel-de-open-in-console': {
            table: 'sys_ui_message'
            id: 'e71d24c8ce0941a8a7f38e2aa6b6e05b'
          }
          'panel-de-re-issue-the-code-if-the-connection-is-still-wante': {
            table: 'sys_ui_message'
            id: '748defff07994c6e8da1ec9e145b1099'
          }
          'panel-de-re-issue-the-code-nobody-accepted-it-in-time': {
            table: 'sys_ui_message'
            id: '2286c49b0bf844cb94f0f65ebe2f3454'
          }
          'panel-de-re-issue-the-code-the-other-side-never-made-its-fi': {
            table: 'sys_ui_message'
            id: '6a2e42a2641b4b72b03a84eed0243122'
          }
          'panel-de-read-the-reason-below-then-initiate-again': {
            table: 'sys_ui_message'
            id: '5200e707d618411a875adb701080c14a'
          }
          'panel-de-send-the-invitation-code-the-other-side-accepts-it': {
            table: 'sys_ui_message'
            id: 'dd8dfb2079834d0486da3d751eaa641f'
          }
          'panel-de-state': {
            table: 'sys_ui_message'
            id: '89b96689c3f74299a474358ae72bc9eb'
          }
          'panel-de-the-other-side-does-not-answer-open-diagnosis-in-t': {
            table: 'sys_ui_message'
            id: 'de87012753514b1fb3404e9b8cc616ad'
          }
          'privilege-file-read': {
            table: 'sys_scope_privilege'
            id: '3ad0ed3cd0cb44a1980459134852fb24'
          }
          'privilege-group-read': {
            table: 'sys_scope_privilege'
            id: '017b054b37b042d6b8758e83264ad3ac'
          }
          'privilege-incident-create': {
            table: 'sys_scope_privilege'
            id: '191efecc92594e4d9864261d13f89580'
          }
          'privilege-incident-read': {
            table: 'sys_scope_privilege'
            id: '5b6cd25518b44b429a80deca8a1fa0c7'
          }
          'privilege-incident-write': {
            table: 'sys_scope_privilege'
            id: '4ca650d61f474252b060cb6fab50204b'
          }
          'privilege-job-read': {
            table: 'sys_scope_privilege'
            id: '50de822223784f73b45cf33f9d7d7e6d'
          }
          'privilege-journal-read': {
            table: 'sys_scope_privilege'
            id: '5a107e168c8447928e18fd97513d907f'
          }
          'privilege-role-read': {
            table: 'sys_scope_privilege'
            id: 'af80c99112fc4c75a24981c7dd51190e'
          }
          'privilege-task-read': {
            table: 'sys_scope_privilege'
            id: 'a16ab152c7ec49c5bc79627a901be9e3'
          }
          'privilege-user-create': {
            table: 'sys_scope_privilege'
            id: 'e32b4750ee9949fc947bdfd79abbce15'
          }
          'privilege-user-read': {
            table: 'sys_scope_privilege'
            id: 'e088559aadea41ac823b0d18400b6ea6'
          }
          'privilege-user-role-create': {
            table: 'sys_scope_privilege'
            id: '087d70c4a2aa4e04903409175a1350b6'
          }
          'privilege-user-role-read': {
            table: 'sys_scope_privilege'
            id: 'cda23505e572465786b729bcd71eb41d'
          }
          'privilege-user-write': {
            table: 'sys_scope_privilege'
            id: '1b701671e66b43c49eb0ecb61e61157e'
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
          'property-watched-tables': {
            table: 'sys_properties'
            id: '36a37f40824d40c3b49e1b345a8d1735'
          }
          'record-page-read': {
            table: 'sys_security_acl'
            id: '5b982339fce243bbb57544602a252c45'
          }
          'record-panel-formatter': {
            table: 'sys_ui_formatter'
            id: '2381535a05e04d8698742180f9ed2781'
          }
          'record-panel-macro': {
            table: 'sys_ui_macro'
            id: '747fa3d844a74bd7811f269c2111f575'
          }
          'record-sync-include': {
            table: 'sys_script_include'
            id: '18ea4c0c8fae446eba844caa1ab5d6f4'
          }
          'rest-admin': {
            table: 'sys_security_acl'
            id: '243a35e39dd1497aa1fd84974fe9ca62'
          }
          'rest-auditor': {
            table: 'sys_security_acl'
            id: 'abfb17fd52f64da0bc5cb6529d0e6392'
          }
          'rest-maintainer': {
            table: 'sys_security_acl'
            id: '4a479ea9c99347e89ad38ee9f62987cc'
          }
          'rest-people': {
            table: 'sys_security_acl'
            id: 'c566ce96e1d14c9fa93ad0db96728b4b'
          }
          'rest-public': {
            table: 'sys_security_acl'
            id: '7dacf20690b24645a9b2ddd13607cc55'
          }
          'rest-rules-author': {
            table: 'sys_security_acl'
            id: '2eb3637afb7746afa9eceaf6bc877d4d'
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
          'route-allow-sync-access': {
            table: 'sys_ws_operation'
            id: 'b827f36c38a24c6ab53dcf090bb8859e'
          }
          'route-approve-connection': {
            table: 'sys_ws_operation'
            id: 'e9e3e23587a74818800be6ab740b9834'
          }
          'route-begin-backfill': {
            table: 'sys_ws_operation'
            id: 'fcd2de4fc1654aa6b4418b157ae9cf3b'
          }
          'route-begin-bulk': {
            table: 'sys_ws_operation'
            id: 'f438447180794c6e8e73a3594c635030'
          }
          'route-begin-canary': {
            table: 'sys_ws_operation'
            id: '1d756fde5e674008930aef6912b4e228'
          }
          'route-change-backfill': {
            table: 'sys_ws_operation'
            id: '87c91bd5063441fdb804a0811891d675'
          }
          'route-change-bulk': {
            table: 'sys_ws_operation'
            id: 'fc888912d28a40828837af3a25f9455b'
          }
          'route-change-settings': {
            table: 'sys_ws_operation'
            id: '00a4cca9fd7a40db92e0761ae01d8f03'
          }
          'route-check-bulk': {
            table: 'sys_ws_operation'
            id: '046a14e1af824982b8712aaf4ce4a962'
          }
          'route-check-connection-name': {
            table: 'sys_ws_operation'
            id: 'fc75257b8fe449ea95caeca067d2028d'
          }
          'route-check-drift': {
            table: 'sys_ws_operation'
            id: '766967d9f5194626a9abd0ae6e1d04c6'
          }
          'route-check-prerequisites': {
            table: 'sys_ws_operation'
            id: 'b2bff7acdcbe4eb386b6b7722534a9a4'
          }
          'route-check-scripts': {
            table: 'sys_ws_operation'
            id: '3ae3822919e847bc990ee4934c760404'
          }
          'route-check-trigger': {
            table: 'sys_ws_operation'
            id: '0b0b188b82c2471f8077615a2b430b78'
          }
          'route-complete-script': {
            table: 'sys_ws_operation'
            id: '48cf8ba940a644e08c595a4095e5cf13'
          }
          'route-connect-list': {
            table: 'sys_ws_operation'
            id: '67e0f0f8863a47758bf92cc49bd4c2a8'
          }
          'route-connect-records': {
            table: 'sys_ws_operation'
            id: '7b3dd8c5f6bb4096a5c0f8fc7e9337ee'
          }
          'route-count-backfill': {
            table: 'sys_ws_operation'
            id: '4a8909d3a09c4e19aaa2909b59e5f848'
          }
          'route-deactivate-connection': {
            table: 'sys_ws_operation'
            id: '5840be18fe07437387fe1cbcdef96383'
          }
          'route-delete-connection': {
            table: 'sys_ws_operation'
            id: '3f37248ea0d34fd99329c803a6e99f04'
          }
          'route-describe-script-place': {
            table: 'sys_ws_operation'
            id: '9a82c7804df7462f9b36946274748656'
          }
          'route-diagnose-connection': {
            table: 'sys_ws_operation'
            id: '15a8e90323e145078e5c7d5e2cb3b2a4'
          }
          'route-discovery': {
            table: 'sys_ws_operation'
            id: '92c20a85b59c4cfab47ee5826246b9c6'
          }
          'route-edit-sync-item': {
            table: 'sys_ws_operation'
            id: 'efe6001166164cce8695ca4582781c43'
          }
          'route-end-canary': {
            table: 'sys_ws_operation'
            id: 'd91c52bb1562458780a0b4ad7bb2eb46'
          }
          'route-end-pairing': {
            table: 'sys_ws_operation'
            id: '992ebcc757b14c6cb0041ee6f1aaabeb'
          }
          'route-events': {
            table: 'sys_ws_operation'
            id: '4abc5bb4d65a408b969268e49640bcf3'
          }
          'route-go-on-comparing': {
            table: 'sys_ws_operation'
            id: '2685e2fffdb847caba4c64b1176f2e1f'
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
          'route-list-bulks': {
            table: 'sys_ws_operation'
            id: '254ddfe22ea644c49a40bc87d02c3ab9'
          }
          'route-list-candidates': {
            table: 'sys_ws_operation'
            id: '1cff421231be45468c934189d08549de'
          }
          'route-list-connections': {
            table: 'sys_ws_operation'
            id: 'c2a1fd6531d24c898892dee6f85b8ed3'
          }
          'route-list-received-messages': {
            table: 'sys_ws_operation'
            id: '9ae1f0bff723461fbdb0c71f16742183'
          }
          'route-list-rules-versions': {
            table: 'sys_ws_operation'
            id: '8afcf937680b4c019c4aff4aefca5b7e'
          }
          'route-list-stuck-jobs': {
            table: 'sys_ws_operation'
            id: '6ac337c199fc43eb9d0d6eadf9bde3da'
          }
          'route-list-sync-items': {
            table: 'sys_ws_operation'
            id: '412138b983b241f79d0db889cbcd9123'
          }
          'route-pair-node': {
            table: 'sys_ws_operation'
            id: 'ad78c88520944321ab97c6f6f3182360'
          }
          'route-preview-invitation': {
            table: 'sys_ws_operation'
            id: '93e2d475eefc451db143a9907953995d'
          }
          'route-publish-sync': {
            table: 'sys_ws_operation'
            id: '09f84e411f29479c94a80b8c163ab9ed'
          }
          'route-put-sync-user': {
            table: 'sys_ws_operation'
            id: '5e85982306704005976c5e9783394eaa'
          }
          'route-read-audit-trail': {
            table: 'sys_ws_operation'
            id: '0a6b6f82eedb4bfcbe4f986e09723490'
          }
          'route-read-backfill': {
            table: 'sys_ws_operation'
            id: '7dfb67038b4243a585b01fe762709d6f'
          }
          'route-read-canary': {
            table: 'sys_ws_operation'
            id: '3b84d34686764487a5ae3789bd927583'
          }
          'route-read-changes': {
            table: 'sys_ws_operation'
            id: '13cc97bd3b934ae0b120cfaf90a99765'
          }
          'route-read-comparison': {
            table: 'sys_ws_operation'
            id: '3ebf01cb781745d89b15c8ec83a1eaa3'
          }
          'route-read-condition-fields': {
            table: 'sys_ws_operation'
            id: 'f156f56d725e48b59346dc95fffd10dd'
          }
          'route-read-connection': {
            table: 'sys_ws_operation'
            id: '370ca6767e574400a907843223937b55'
          }
          'route-read-dictionary-warnings': {
            table: 'sys_ws_operation'
            id: 'e60887590d7c4e4a87fa83a15cb313bb'
          }
          'route-read-drift': {
            table: 'sys_ws_operation'
            id: '9cfba28e1e4e4be5acd57a0dc3bbf4f0'
          }
          'route-read-held-message': {
            table: 'sys_ws_operation'
            id: '97bb909010d44e64ad5ee1069f191a9c'
          }
          'route-read-key-details': {
            table: 'sys_ws_operation'
            id: 'c51a06bdc85242669788b7fa144a48b1'
          }
          'route-read-licence': {
            table: 'sys_ws_operation'
            id: '229ddfae83b548b3a562963cff3bdf76'
          }
          'route-read-openable-table': {
            table: 'sys_ws_operation'
            id: '0f4052edf2344701b9499ce4da8b454c'
          }
          'route-read-overview': {
            table: 'sys_ws_operation'
            id: 'f5fca5ba7c474a24a809eaa9c2cdeea8'
          }
          'route-read-rules-version': {
            table: 'sys_ws_operation'
            id: '834e8b9b6af449dea2ae81a8fca86c72'
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
          'route-read-sync-access': {
            table: 'sys_ws_operation'
            id: '0fcf61fff4bc4415a4c3476e1e6ffdfa'
          }
          'route-read-sync-configuration': {
            table: 'sys_ws_operation'
            id: 'd49790b2741d4375b42ea54b0328d10f'
          }
          'route-read-sync-item': {
            table: 'sys_ws_operation'
            id: '9c226e3ba4884e7fb65702b3f85e9339'
          }
          'route-read-sync-message': {
            table: 'sys_ws_operation'
            id: '64e0183deaa44699bf2066feebe0848b'
          }
          'route-read-sync-queue': {
            table: 'sys_ws_operation'
            id: 'cdefc7c3605c49c6b7bc11c0a0fe0ca4'
          }
          'route-read-sync-user': {
            table: 'sys_ws_operation'
            id: '3a010a5c4f1048ff9248cd1c95c41b4b'
          }
          'route-record': {
            table: 'sys_ws_operation'
            id: '09d24172720c4073a85391dd91e52dca'
          }
          'route-reissue-invitation': {
            table: 'sys_ws_operation'
            id: '4205df5c056d4a00817f7be041be5f17'
          }
          'route-reject-connection': {
            table: 'sys_ws_operation'
            id: 'de7fd2c6c76b4c6f97f738ff238ce556'
          }
          'route-remove-sync-access': {
            table: 'sys_ws_operation'
            id: '17a48f0af3964a538e3b5429d0c9ecbf'
          }
          'route-replace-sync-access': {
            table: 'sys_ws_operation'
            id: 'e21288d43c1847b79610dbdc120e05df'
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
          'route-retry-sync-item': {
            table: 'sys_ws_operation'
            id: '0ed5aed9d3ac4a19ba800627548d3b85'
          }
          'route-retry-sync-items': {
            table: 'sys_ws_operation'
            id: '1ff27f9294ff48f991321e0c9d6740eb'
          }
          'route-revoke-invitation': {
            table: 'sys_ws_operation'
            id: '94c43ed77d934579a5df64edc19e2975'
          }
          'route-rotate-keys': {
            table: 'sys_ws_operation'
            id: '345dbc77c7e04bc6a28844219076d08d'
          }
          'route-save-sync-draft': {
            table: 'sys_ws_operation'
            id: '2b69f6971c38489fa293bb856c67a099'
          }
          'route-settle-drift': {
            table: 'sys_ws_operation'
            id: 'bfc651f9f9644ad8941602b08c31db6f'
          }
          'route-shadow-scripts': {
            table: 'sys_ws_operation'
            id: 'eb7ebab27abe4e76a8d95e6e78b41de7'
          }
          'route-skip-sync-item': {
            table: 'sys_ws_operation'
            id: 'd37a7028a11e4eda8601c8191edc87cb'
          }
          'route-sync-apply': {
            table: 'sys_ws_operation'
            id: '5b89b4c623224be18a1b73313f8aee31'
          }
          'route-sync-check': {
            table: 'sys_ws_operation'
            id: '9367d3d8c74c4d4f99a3b44ac1044f8d'
          }
          'route-sync-describe': {
            table: 'sys_ws_operation'
            id: 'd9957b60e4f34a52853557014bb8cdc8'
          }
          'route-sync-find': {
            table: 'sys_ws_operation'
            id: '81bb7731102245d9b4a4d4c2557c24d5'
          }
          'route-sync-item-now': {
            table: 'sys_ws_operation'
            id: '977ae1e02d684166aa13051c98aaa56d'
          }
          'route-sync-notify': {
            table: 'sys_ws_operation'
            id: 'f572d8f477b04d47b4dce9a27ea95dbb'
          }
          'route-sync-pairs': {
            table: 'sys_ws_operation'
            id: '9f644585b6874fdd94964c4f5284f009'
          }
          'route-sync-pull': {
            table: 'sys_ws_operation'
            id: '8356fb9879134ba8922e88fbe5544a76'
          }
          'route-sync-read': {
            table: 'sys_ws_operation'
            id: 'e80a191a7d824f69877dfb886889135a'
          }
          'route-sync-scan': {
            table: 'sys_ws_operation'
            id: 'b94c44fdca2a4552b00e1a82f910e27a'
          }
          'route-sync-send': {
            table: 'sys_ws_operation'
            id: '5ce5d11a21304df0be67bffbd2cfeb9a'
          }
          'route-sync-watch': {
            table: 'sys_ws_operation'
            id: '98ceabcd168e4368b6c35a6408e34c8e'
          }
          'route-test-scripts': {
            table: 'sys_ws_operation'
            id: '565e7f8990f34fc5846192fb5d04126b'
          }
          'route-unlink-sync-item': {
            table: 'sys_ws_operation'
            id: '5bc2f2f9e6b7455ca2fcd5c0d6921673'
          }
          'route-upgrade-to-script': {
            table: 'sys_ws_operation'
            id: '6611dea0c515433fab81542208673e8b'
          }
          'rule-append-only-log': {
            table: 'sys_script'
            id: '95ed9fd0c0d447d2996be4021e2a5e9f'
          }
          'rule-keep-highest-revision': {
            table: 'sys_script'
            id: '12cb87bb004e4a908cb66042cfc47649'
          }
          'rule-note-change': {
            table: 'sys_script'
            id: '4fe3712d7e884447bffbe7dcb6ac7fa0'
          }
          'rule-note-file': {
            table: 'sys_script'
            id: '276a1fd83c6946a1a68674dcf380600d'
          }
          'rule-validate-access': {
            table: 'sys_script'
            id: 'baa6755febeb4f2e8f07458913787e75'
          }
          'sync-access-create': {
            table: 'sys_security_acl'
            id: '1f5e2e3df8034c2aa8c0079d276f15f6'
          }
          'sync-access-delete': {
            table: 'sys_security_acl'
            id: '2290e2052c35482ab72914f747520865'
          }
          'sync-access-read': {
            table: 'sys_security_acl'
            id: '293d5ad5dfc6479b9e4f20621bf5b2f4'
          }
          'sync-access-write': {
            table: 'sys_security_acl'
            id: '2f7af20e4ec546faacf1ae9447e6d6b2'
          }
          'sync-pair-create': {
            table: 'sys_security_acl'
            id: '0ab9f12da54748b8be49c66f117102e8'
          }
          'sync-pair-delete': {
            table: 'sys_security_acl'
            id: '13c1971ed8fb4b18bd00f618133172dd'
          }
          'sync-pair-read': {
            table: 'sys_security_acl'
            id: '1996543c45fb415fbeb5fd9357a7bb25'
          }
          'sync-pair-read-of-record': {
            table: 'sys_security_acl'
            id: '7edb2832895144fcbe9760eff987377d'
          }
          'sync-pair-write': {
            table: 'sys_security_acl'
            id: '96b1560af3ad4f409bda18229bc61795'
          }
          'sync-pairs-list': {
            table: 'sys_relationship'
            id: 'f3de79e11d394e3cacf46a822b62e9a6'
          }
          'test-accept': {
            table: 'sys_atf_test'
            id: 'fdca9a7940664bc9ae8dd45b0ce2cf26'
          }
          'test-accept-admin': {
            table: 'sys_atf_step'
            id: '6fa793bb7b1c432db497380742fb13f3'
          }
          'test-accept-click': {
            table: 'sys_atf_step'
            id: '8c562175407e4fb794a8233412e31fe4'
          }
          'test-accept-form': {
            table: 'sys_atf_step'
            id: '1fc13187d27f428db11c5695796522c7'
          }
          'test-accept-request': {
            table: 'sys_atf_step'
            id: 'c3d2b428e6724a7b8b5b95247ac72015'
          }
          'test-accept-row': {
            table: 'sys_atf_step'
            id: '616b95964aac43d0a06fba1245db8d68'
          }
          'test-accept-status': {
            table: 'sys_atf_step'
            id: '7e5006d60be5485eb3cd6d36a4ae4531'
          }
          'test-initiate': {
            table: 'sys_atf_test'
            id: '9d8ae03bb625416a88ff2b3eccabb284'
          }
          'test-initiate-admin': {
            table: 'sys_atf_step'
            id: 'ed08d0cf9933444d9c60c0a37254ed5d'
          }
          'test-initiate-click': {
            table: 'sys_atf_step'
            id: '6dd0303ac89845bdb1daaa20896c2dfa'
          }
          'test-initiate-form': {
            table: 'sys_atf_step'
            id: '64cc61259a834f3db05ed9288ee93727'
          }
          'test-initiate-row': {
            table: 'sys_atf_step'
            id: '12ee864776b74f0bac1b38ef25d570a8'
          }
          'test-initiate-visible': {
            table: 'sys_atf_step'
            id: 'e4b47ac2e3034c188395d5e0d3c96d53'
          }
          'test-not-offered': {
            table: 'sys_atf_test'
            id: '70fff20142fc4486a36a4b80a73e1194'
          }
          'test-not-offered-auditor': {
            table: 'sys_atf_step'
            id: '4f08cfbdfd4e49e68cd020a4b2509cd1'
          }
          'test-not-offered-form': {
            table: 'sys_atf_step'
            id: 'e701352c45854e18a0250fa31e419e49'
          }
          'test-not-offered-hidden': {
            table: 'sys_atf_step'
            id: '326f5834d44c463b9a8b73e0d91b1ce3'
          }
          'test-not-offered-row': {
            table: 'sys_atf_step'
            id: 'e7f73badb1d54c928009adcc6d5fff9a'
          }
          'watch-create': {
            table: 'sys_security_acl'
            id: 'c8ec626de2ca4b2e951e9b57dec36d78'
          }
          'watch-delete': {
            table: 'sys_security_acl'
            id: '5e522225c3114ab88c4ad5ded98b341b'
          }
          'watch-read': {
            table: 'sys_security_acl'
            id: 'f7a567b668074b96982d3e45d6a4b4cc'
          }
          'watch-write': {
            table: 'sys_security_acl'
            id: '9f5bda40ccdf4103a7e3935489aeda75'
          }
          'write-plan-create': {
            table: 'sys_security_acl'
            id: 'a33db0ce85e740c1b012ad5ef5a7c916'
          }
          'write-plan-delete': {
            table: 'sys_security_acl'
            id: 'e31dd600564c469894df17a5311f27bc'
          }
          'write-plan-read': {
            table: 'sys_security_acl'
            id: '79a1f345d8944e35a836618325133c6c'
          }
          'write-plan-write': {
            table: 'sys_security_acl'
            id: 'fa55713b403247fe80e9d641758ca8e7'
          }
        }
        composite: [
          {
            table: 'sys_documentation'
            id: '004142fd65504056bd38b22ef547c782'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'pair_id'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '005946f19b6f4641805655dc68f189f5'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'revision'
              language: 'de'
            }
          },
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
            table: 'sys_dictionary'
            id: '013aa9f9c84b41b5a6ab2e8559530776'
            key: {
              name: 'x_accrd_bridge_change_notice'
              element: 'table_name'
            }
          },
          {
            table: 'sys_documentation'
            id: '0161703c741b4c6e8595c60ab56b5499'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'noticed'
              language: 'en'
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
            table: 'sys_ui_list_element'
            id: '01fb0c3a73424d9f8c82335492d2f85b'
            key: {
              list_id: {
                id: '813035878a28462ebf8793c14ff2a37c'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
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
              element: 'cause'
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
            id: '036b512a45d6440194f5131778f78eb4'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'connection'
            }
          },
          {
            table: 'sys_ui_section'
            id: '03b326f458f144f5b5229a15bcbe4e46'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              caption: 'Sync pair'
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
            table: 'sys_ui_element'
            id: '05455d2d00be4924bb0b84e3724b2603'
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
              position: '16'
            }
          },
          {
            table: 'sys_dictionary'
            id: '05633c5360254d7a8219726a8a1aec4b'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'read_journals'
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
            table: 'sys_documentation'
            id: '05cceb9c440f41f49581c5a21feb418d'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'kind'
              language: 'en'
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
            table: 'sys_documentation'
            id: '06ad5eb11bb048f5b9d3721db14f958a'
            key: {
              name: 'x_accrd_bridge_nonce'
              element: 'NULL'
              language: 'de'
            }
          },
          {
            table: 'sys_variable_value'
            id: '07155b924e334e8ca81b8ec175c1b94d'
            key: {
              document_key: 'e4b47ac2e3034c188395d5e0d3c96d53'
              variable: '56e6bee65320220002c6435723dc34b9'
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
            id: '08f69ff7a27944a18776e2326d68da1d'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'reconcile_stored'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_element'
            id: '09337b0f22e44f59848a586e59006937'
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
              position: '5'
            }
          },
          {
            table: 'sys_variable_value'
            id: '095aebe095eb4ba09639b92b69a0cf09'
            key: {
              document_key: 'e4b47ac2e3034c188395d5e0d3c96d53'
              variable: 'bc43e004c76733005e5c45b881c26046'
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
            table: 'sys_ui_element'
            id: '09d3c618623742b9a46470ac04ba6336'
            key: {
              sys_ui_section: {
                id: 'ff814c33422a467dac677e613ed5bc54'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Sync pairs'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: '12M.x_accrd_bridge_connection.x_accrd_bridge_sync_pair.connection'
              position: '0'
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
            table: 'sys_ux_lib_asset'
            id: '0a893bd93d2e49e3a4a8d8e2d474e282'
            deleted: true
            key: {
              name: 'x_accrd_bridge/bulk-form'
            }
          },
          {
            table: 'sys_user_role_contains'
            id: '0afa2b95e4f14c62a32071bb77204954'
            key: {
              role: {
                id: '434dc06bcc99482a9e90ec8c58b54cb5'
                key: {
                  name: 'x_accrd_bridge.maintainer'
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
            id: '0b16e30bf1a44b5ab13183fd7979b485'
            key: {
              list_id: {
                id: '813035878a28462ebf8793c14ff2a37c'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
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
            table: 'sys_variable_value'
            id: '0b4ff589fbc94803b46f26b734f4894c'
            key: {
              document_key: '64cc61259a834f3db05ed9288ee93727'
              variable: 'c2eb56e853422110248dddeeff7b1261'
            }
          },
          {
            table: 'sys_documentation'
            id: '0b7bdcb2926c4a488546dd6ea420be02'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'description'
              language: 'de'
            }
          },
          {
            table: 'sys_dictionary'
            id: '0bcdfcf1fec543589da8f81c59c54e7d'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'NULL'
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
            table: 'sys_variable_value'
            id: '0c067c71cf7f455cb66baf91c29e16b0'
            key: {
              document_key: 'e701352c45854e18a0250fa31e419e49'
              variable: '74d6e7a0a3023110571967d1361e616b'
            }
          },
          {
            table: 'sys_ui_element'
            id: '0c99349dc9c945e1b45aad5e7c3631b9'
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
              position: '9'
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
            table: 'sys_documentation'
            id: '0d1995209afa411f9b68a7c28b17b911'
            key: {
              name: 'x_accrd_bridge_change_notice'
              element: 'record'
              language: 'de'
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
            table: 'sys_ux_lib_asset'
            id: '0d6ae4d5036a44b99fa82a03899e0643'
            key: {
              name: 'x_accrd_bridge/index2'
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
            table: 'sys_variable_value'
            id: '0e16f9252bed4f22b49be23f25e9a200'
            key: {
              document_key: '616b95964aac43d0a06fba1245db8d68'
              variable: 'dd54cf535320220002c6435723dc34fd'
            }
          },
          {
            table: 'sys_documentation'
            id: '0e22bff4457e46a8aac910cd3244714c'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'record'
              language: 'de'
            }
          },
          {
            table: 'sys_dictionary'
            id: '0ebf2fd3a038403fab63e08839daf200'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'may_delete'
            }
          },
          {
            table: 'sys_documentation'
            id: '0ef0da7939314cb5837db7e4843d5b5b'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'record'
              language: 'en'
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
            table: 'sys_dictionary'
            id: '0f2ed53937844a7b987fb4e60a875cdd'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'origin'
            }
          },
          {
            table: 'sys_documentation'
            id: '0f60e12450f045a1b689b352d46333bb'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'table_name'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_element'
            id: '10564c1325c24c80ba512776941e703e'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'cause'
              position: '14'
            }
          },
          {
            table: 'sys_documentation'
            id: '106a229e2d41452a99846a6c336c8887'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_version'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '10bb3eba30964530988c91ac40d5f82d'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'state'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_element'
            id: '10fadb313bae4ee5ab1bee69e9fe8dec'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'last_in_at'
              position: '9'
            }
          },
          {
            table: 'sys_choice'
            id: '10fdc9a9c7964244b854bbd6ffb8908e'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'health'
              value: 'up'
              language: 'de'
              dependent_value: 'NULL'
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
            table: 'sys_documentation'
            id: '11c773cf1c604f38871c05e8f6a134fa'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'table_name'
              language: 'de'
            }
          },
          {
            table: 'sys_choice'
            id: '121dfd61ac1b4da2bb7dabb31f41fdd7'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'deleted_here'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_variable_value'
            id: '130010b77572447d8acf9dc352ca16a2'
            key: {
              document_key: 'ed08d0cf9933444d9c60c0a37254ed5d'
              variable: '6f69fc4aff6433008d3f5d9ad53bf18c'
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
            table: 'sys_ui_list_element'
            id: '136e589df437418eab9ff0fe71ba7d87'
            key: {
              list_id: {
                id: '377ee83cffb940178e53094fa369e9d5'
                key: {
                  name: 'x_accrd_bridge_sync_access'
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
              element: 'write_journals'
            }
          },
          {
            table: 'sys_ui_form_section'
            id: '13e0969ac17e4b01a0b0defc6cc5fb49'
            key: {
              sys_ui_form: {
                id: '2647d8abcf3243eb94ad66d6d303409c'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
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
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
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
            table: 'sys_documentation'
            id: '1463a0ce0b834b5a8afad72e79ed84b8'
            key: {
              name: 'x_accrd_bridge_change_notice'
              element: 'table_name'
              language: 'en'
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
                  name: 'x_accrd_bridge.maintainer'
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
            table: 'sys_choice'
            id: '14f51ab690724b2ea1b53df863ad0400'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'mode'
              value: 'visual'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: '156bc468e5ae4e96b159103da7fc3c22'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_name'
              language: 'de'
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
            id: '1595e3a4ff2740cf92ffc0725f668e0f'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'NULL'
              language: 'de'
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
            table: 'sys_security_acl_role'
            id: '15a379fec8dc42e491556afa21794a98'
            key: {
              sys_security_acl: '1f5e2e3df8034c2aa8c0079d276f15f6'
              sys_user_role: {
                id: 'b43fbc640c264d669f060a0ab9767b0b'
                key: {
                  name: 'admin'
                }
              }
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
            table: 'sys_documentation'
            id: '1676f1d2194c4004a6d04e77dbc22ee5'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'pair_id'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '169875ab33894aa7ad8f6d0dc5333760'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'record'
              language: 'de'
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
            table: 'sys_dictionary'
            id: '1768550a9e18416f84538129e67e81a6'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'plan_id'
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
            table: 'sys_ui_element'
            id: '17d0bd153c04490b9a6c5bb441fba9d4'
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
              position: '17'
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
            id: '1910b5c4c2014945a291143c93d150a7'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'node_version'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_element'
            id: '19c60d00a74b4ef49dc1c13f48e734d3'
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
              position: '15'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: '1ab92b63043c4ecdb557974e273f69f5'
            key: {
              name: 'x_accrd_bridge/limits'
            }
          },
          {
            table: 'sys_index'
            id: '1abf2b7fbf584d6e87eed405b145710a'
            key: {
              logical_table_name: 'x_accrd_bridge_effect'
              col_name_string: 'target'
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
            table: 'sys_variable_value'
            id: '1ade4f30e69746e0a4b1acfb00c33539'
            key: {
              document_key: '6dd0303ac89845bdb1daaa20896c2dfa'
              variable: '3eee292353e0220002c6435723dc343c'
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
            table: 'ua_table_licensing_config'
            id: '1cdc7b1b43704e0e94eb831ad8c0e5ce'
            key: {
              name: 'x_accrd_bridge_effect'
            }
          },
          {
            table: 'sys_documentation'
            id: '1db0ce87f5e04924b82e5009c354e76c'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_instance_name'
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
            table: 'sys_documentation'
            id: '1f318bccce424d4d8097fef4ba65076a'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'pair_id'
              language: 'de'
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
            table: 'sys_dictionary'
            id: '1fcbf09da7ca4e14b773048092d9625d'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'NULL'
            }
          },
          {
            table: 'sys_dictionary'
            id: '20cfe1262714450ea2f3a7cba53a0bd7'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'reconcile_refusal'
            }
          },
          {
            table: 'sys_documentation'
            id: '21449ad42d7d493a88e26d87f8952930'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_element'
            id: '21de4dfbbec04eee8d6ab435c179fe1f'
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
              position: '12'
            }
          },
          {
            table: 'sys_choice'
            id: '21ed6c0f7a4540e8802b25d8541a7a1a'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_type'
              value: 'SERVICENOW'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_choice'
            id: '221fe39903874772abf7ead04eea4ead'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'revoked'
              language: 'de'
              dependent_value: 'NULL'
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
            table: 'sys_variable_value'
            id: '23a75a45709c476e96eaf6f90d5699cf'
            key: {
              document_key: 'e701352c45854e18a0250fa31e419e49'
              variable: 'c2eb56e853422110248dddeeff7b1261'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '23ec8b411b4b44fe9800303e64a02621'
            key: {
              sys_security_acl: 'cf98de1f86dd4f57befcad1c5a960f5d'
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
            id: '23f8c5ddba61477495bc0660f36f6c1e'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'watch_id'
            }
          },
          {
            table: 'sys_documentation'
            id: '2401564490b24b67a36a6ec2814c40a9'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'reconciled_at'
              language: 'en'
            }
          },
          {
            table: 'sys_choice_set'
            id: '243014cabde34f4dbbb815398982eaf5'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
            }
          },
          {
            table: 'sys_documentation'
            id: '25c52bdf5e6c42cc933fab4a4a8104b5'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'author'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_form'
            id: '2647d8abcf3243eb94ad66d6d303409c'
            key: {
              name: 'x_accrd_bridge_sync_pair'
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
            id: '26904b42fdc34822ba607332afb6d754'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'table_name'
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
            table: 'sys_documentation'
            id: '2794b031c5d448b29a256d8f216d2acd'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'node_url'
              language: 'de'
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
            table: 'sys_choice'
            id: '28d113e8bf224a6395fbd41c5fd9ec41'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'side'
              value: 'source'
              language: 'de'
              dependent_value: 'NULL'
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
            id: '2a415dd2129447569d0a7ff0f81cc41e'
            key: {
              sys_security_acl: '0ab9f12da54748b8be49c66f117102e8'
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
            table: 'sys_documentation'
            id: '2a977bd5ca63412b9737bb96f658df01'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'record'
              language: 'de'
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
            table: 'sys_security_acl_role'
            id: '2b49f120485149c0b30dd7fd1cdfbf43'
            key: {
              sys_security_acl: '2290e2052c35482ab72914f747520865'
              sys_user_role: {
                id: 'b43fbc640c264d669f060a0ab9767b0b'
                key: {
                  name: 'admin'
                }
              }
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
            table: 'sys_documentation'
            id: '2bebec054ecb4536967bc149a4c65a94'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_instance_id'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '2bf80bd91c194845847597e4eaf786ec'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'table_name'
              language: 'en'
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
            id: '2dc45f1a70584075a9390bcc3a82b5cb'
            key: {
              sys_security_acl: '53e397377c1e4cb4802db0ba193aaf54'
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
            id: '2e3fb3a8b01a4798ac7a4d9af9364f28'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'watch_id'
              language: 'de'
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
            table: 'sys_variable_value'
            id: '2e975caf5cb448ab975c99ae62b89759'
            key: {
              document_key: 'ed08d0cf9933444d9c60c0a37254ed5d'
              variable: 'b27b2b29ff6033008d3f5d9ad53bf164'
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
            table: 'sys_variable_value'
            id: '2f5cedf0501e4d1eb6b7d20e572618c1'
            key: {
              document_key: 'ed08d0cf9933444d9c60c0a37254ed5d'
              variable: '98c44875ffa033008d3f5d9ad53bf1fa'
            }
          },
          {
            table: 'sys_documentation'
            id: '300f5cfdff664a94aa07fd00a90c44d4'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_instance_url'
              language: 'de'
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
            table: 'sys_dictionary'
            id: '3051c7f21cfa41589a1e40d8355262ef'
            key: {
              name: 'x_accrd_bridge_nonce'
              element: 'nonce'
            }
          },
          {
            table: 'sys_documentation'
            id: '30ea400cc59d4b25b8ab45dad7d2153f'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'table_name'
              language: 'de'
            }
          },
          {
            table: 'sys_dictionary'
            id: '31bf60c2a2544b23a3629fb8d805b773'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'noticed'
            }
          },
          {
            table: 'sys_documentation'
            id: '31d760ce246e4d6898f67ac4cac993bb'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'event'
              language: 'de'
            }
          },
          {
            table: 'sys_variable_value'
            id: '31f498002adf40b79105a2dc77a1ffb4'
            key: {
              document_key: 'c3d2b428e6724a7b8b5b95247ac72015'
              variable: 'cec002650b3222000b7da95e93673aae'
            }
          },
          {
            table: 'sys_variable_value'
            id: '32de763532de4acf82e5121049dfb8fd'
            key: {
              document_key: '6dd0303ac89845bdb1daaa20896c2dfa'
              variable: '7600f16353e0220002c6435723dc34d5'
            }
          },
          {
            table: 'sys_documentation'
            id: '330702c916a9495f9b27038352ca736e'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'connection'
              language: 'en'
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
            table: 'sys_dictionary'
            id: '33c2d2f8de0b4112818b76d03c978c20'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'remote_key'
            }
          },
          {
            table: 'sys_ui_page'
            id: '33e808101dff4ccb9a6373f73e86649e'
            key: {
              endpoint: 'x_accrd_bridge_record.do'
            }
          },
          {
            table: 'sys_variable_value'
            id: '33ff329c75e74ada969f9c1cd8566271'
            key: {
              document_key: '1fc13187d27f428db11c5695796522c7'
              variable: 'b124164e53a0220002c6435723dc34c5'
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
            table: 'sys_dictionary'
            id: '34806fcc039b4be0984eedc1ebe4d90b'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'plan'
            }
          },
          {
            table: 'sys_documentation'
            id: '34c4603838b146eaa11c5b0502a095e0'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'mode'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '34e5b139e8b34703bef0fa9e8fd20d31'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'read_files'
              language: 'de'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '3508be1705ae4f2cab617386b56c294f'
            key: {
              sys_security_acl: '1996543c45fb415fbeb5fd9357a7bb25'
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
            id: '350e48a0b7d249339d8b050bbd4e909a'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              language: 'en'
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
            table: 'sys_documentation'
            id: '353e3791a27d49449af429afc04d05c0'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'last_in_at'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '35af49daa54c46048222fcd03f0f81bb'
            key: {
              list_id: {
                id: '377ee83cffb940178e53094fa369e9d5'
                key: {
                  name: 'x_accrd_bridge_sync_access'
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
              element: 'may_create'
            }
          },
          {
            table: 'sys_ui_element'
            id: '35b9cccc247e4eb996a55c48675d0236'
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
            table: 'sys_security_acl_role'
            id: '368c4e90e9554930ad12eaa080639999'
            key: {
              sys_security_acl: '79a1f345d8944e35a836618325133c6c'
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
            id: '36c6faf9f9f344d4b0e255af06e54dc8'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_short_name'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: '37311495d37a45f6b6d33b2b495286cd'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'read_files'
            }
          },
          {
            table: 'sys_variable_value'
            id: '3731ce5a82764e6ba1b9e35862de2127'
            key: {
              document_key: '6dd0303ac89845bdb1daaa20896c2dfa'
              variable: '7c5f6d2353e0220002c6435723dc34f6'
            }
          },
          {
            table: 'sys_ui_list'
            id: '377ee83cffb940178e53094fa369e9d5'
            key: {
              name: 'x_accrd_bridge_sync_access'
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
            table: 'sys_documentation'
            id: '382dbcea4b5a40c4abe2ab7d0fdaff87'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'token'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '3844a99a729446698011a840c402b621'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'NULL'
              language: 'de'
            }
          },
          {
            table: 'sys_dictionary'
            id: '386cc878d08d4d138114e3cf006aaed6'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'record'
            }
          },
          {
            table: 'sys_element_mapping'
            id: '39027dee485e412d99b230bbaaf69a01'
            key: {
              field: 'record_id'
              table: 'var__m_atf_input_variable_5f2e0e535332120028bc29cac2dc34d3'
              id: 'e701352c45854e18a0250fa31e419e49'
            }
          },
          {
            table: 'sys_choice'
            id: '3932b7347ca1402788c1aea05f4c3359'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'deactivated'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: '397e6e33d74a40e3aef72cfc5360aba4'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'key_fingerprint'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_element'
            id: '3a0df6193fc84e7b9fecfeef04212c16'
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
              element: 'activated_at'
              position: '11'
            }
          },
          {
            table: 'sys_dictionary'
            id: '3a1e17ff8fdc42adad1a0dce0b7cf981'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'record'
            }
          },
          {
            table: 'sys_variable_value'
            id: '3ac05596a3af4208be6285efd0c89c68'
            key: {
              document_key: '1fc13187d27f428db11c5695796522c7'
              variable: 'c2eb56e853422110248dddeeff7b1261'
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
            table: 'sys_ui_element'
            id: '3bea481fbcb4419d8bbb3bd3e7201e6f'
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
              position: '3'
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
            table: 'sys_ui_element'
            id: '3d04220e2b404c92b3b4f6a144a0ab32'
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
              position: '18'
            }
          },
          {
            table: 'sys_choice'
            id: '3ed960e46d4b4f79be20e82a7444dce6'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_type'
              value: 'GENERIC'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: '3f1875dbd45645a69a3e7df039233ce8'
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
              position: '14'
            }
          },
          {
            table: 'sys_documentation'
            id: '3f33a703e5844d37a3202eaeb3f8fa70'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'instance_uid'
              language: 'de'
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
            table: 'sys_variable_value'
            id: '3fa8d95785d246d8aae8e9b408bb647a'
            key: {
              document_key: 'c3d2b428e6724a7b8b5b95247ac72015'
              variable: '6cdd0ab543010210b6f9a0246bb8f2f2'
            }
          },
          {
            table: 'sys_documentation'
            id: '3fe0d2dc6249409abcd9993f3215a5fa'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'at'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '40da1870293f4b50a94bf6b69341759e'
            key: {
              list_id: {
                id: '813035878a28462ebf8793c14ff2a37c'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
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
              element: 'local_key'
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
            table: 'sys_ui_list_element'
            id: '4184ed96f50a4197a8aa27a49dd45fc4'
            key: {
              list_id: {
                id: '813035878a28462ebf8793c14ff2a37c'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
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
            table: 'sys_documentation'
            id: '41f7dd1c373843d99a5ef76a0064f5f5'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'actor'
              language: 'en'
            }
          },
          {
            table: 'sys_variable_value'
            id: '427b547682c640c68189db3fc8c7cdb4'
            key: {
              document_key: 'c3d2b428e6724a7b8b5b95247ac72015'
              variable: '50bff9250b3222000b7da95e93673a9b'
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
                  name: 'x_accrd_bridge.maintainer'
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
                  name: 'x_accrd_bridge.maintainer'
                }
              }
            }
          },
          {
            table: 'sys_choice'
            id: '42c3c34f5ee84f40987ce9bfa27a2797'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'state'
              value: 'open'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: '42c7342cb8af4b8bbd5d497fd8e6c96d'
            key: {
              name: 'x_accrd_bridge_change_notice'
              element: 'kind'
              language: 'en'
            }
          },
          {
            table: 'sys_variable_value'
            id: '42ccfffe25e446de82d5f53c53e01753'
            key: {
              document_key: '64cc61259a834f3db05ed9288ee93727'
              variable: '6e55da4e53a0220002c6435723dc34a0'
            }
          },
          {
            table: 'sys_documentation'
            id: '42d0a1b8d18743a3af0da50ceec7225a'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'remote_url'
              language: 'de'
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
              name: 'x_accrd_bridge.maintainer'
            }
          },
          {
            table: 'sys_documentation'
            id: '4354f165a4a24170bb9890550b6d90fb'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'issued_at'
              language: 'de'
            }
          },
          {
            table: 'sys_choice'
            id: '43b62e6f45ff4e96991d2ce7e982cc3f'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_type'
              value: 'JIRA'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '4400784c25c84b089c9d9fe3ec131e94'
            key: {
              sys_security_acl: 'dbd430e0873346dc8ef55340bfc49cd9'
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
            id: '4408cbd31f6549d6ac69a116779cc1bf'
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
              position: '11'
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
            table: 'sys_dictionary'
            id: '4546afe0f9d4425caaa70942ba2fdd65'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'reconcile_known'
            }
          },
          {
            table: 'sys_choice'
            id: '47862b466dde4f10870526b78e75df22'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'health'
              value: 'down'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: '47eeec6d579a4cbfa3fe9e551791887f'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'reconcile_known'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '47f786e161e54842bd548303cccf3dc8'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'reconciled_at'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '48c3712005c44132a6f53a72ccd0c493'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'reconcile_stored'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_element'
            id: '48e580fbda044d9ba30b89fc2f52ac5e'
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
              position: '15'
            }
          },
          {
            table: 'sys_index'
            id: '49d66b662de54fb4b4b27e8d45ec1338'
            key: {
              logical_table_name: 'x_accrd_bridge_sync_pair'
              col_name_string: 'record'
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
            table: 'sys_documentation'
            id: '4c476c9ff5e24d6997b5b70338138e44'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'runs'
              language: 'en'
            }
          },
          {
            table: 'sys_element_mapping'
            id: '4ca1e74dc7fa4ed8b6a92e0ab417a294'
            key: {
              field: 'record_id'
              table: 'var__m_atf_input_variable_5f2e0e535332120028bc29cac2dc34d3'
              id: '1fc13187d27f428db11c5695796522c7'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '4cfc3b148d3345188694cced1d7a9751'
            key: {
              list_id: {
                id: '377ee83cffb940178e53094fa369e9d5'
                key: {
                  name: 'x_accrd_bridge_sync_access'
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
              element: 'write_fields'
            }
          },
          {
            table: 'sys_documentation'
            id: '4d23001e07f047109b18f58af4100634'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'actor'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '4d379db95fdb44b69de3aee72f484167'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'read_journals'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '4d43297a03a44c95a234bd49769ead7c'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'state'
              language: 'de'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: '4dae4e3799c846e495a68b1f0e1cec97'
            key: {
              name: 'x_accrd_bridge/configure-page'
            }
          },
          {
            table: 'sys_documentation'
            id: '4e487f2677c149819d77aff424a7a98b'
            key: {
              name: 'x_accrd_bridge_change_notice'
              element: 'NULL'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '4e51786df0634e19beefa0f34ea2aa9d'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'connection'
              language: 'de'
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
            table: 'sys_variable_value'
            id: '4f15ce6269c140e99e3c65ad36261919'
            key: {
              document_key: 'e701352c45854e18a0250fa31e419e49'
              variable: '17d732a9c7a333005e5c45b881c26007'
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
            table: 'sys_documentation'
            id: '5138041cf2144da989ccb1e8fdf66d0e'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'news_key'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '513ec901942d4825b071bf7e35585452'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'health'
              language: 'de'
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
            table: 'sys_variable_value'
            id: '51b4c438ee32465fb06275862be342c8'
            key: {
              document_key: 'c3d2b428e6724a7b8b5b95247ac72015'
              variable: '81e042650b3222000b7da95e93673aa2'
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
            table: 'sys_ux_lib_asset'
            id: '5363d83d023a4292b9359b1e7741cd87'
            deleted: true
            key: {
              name: 'x_accrd_bridge/code-editor'
            }
          },
          {
            table: 'sys_variable_value'
            id: '538166eb0a124b94b09f788f4db9d8fb'
            key: {
              document_key: '12ee864776b74f0bac1b38ef25d570a8'
              variable: '9024a37f671003007ba405225685efe5'
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
            table: 'sys_ui_element'
            id: '55158162037b45fea0cf1297cad2a523'
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
              position: '1'
            }
          },
          {
            table: 'sys_user_role'
            id: '5600929fdc9b4f4ab2cc4ca53f20f767'
            key: {
              name: 'x_accrd_bridge.rules_author'
            }
          },
          {
            table: 'sys_variable_value'
            id: '56f1162f531a41f0832819a1daed17f5'
            key: {
              document_key: 'e701352c45854e18a0250fa31e419e49'
              variable: 'ad351a4e53a0220002c6435723dc34f0'
            }
          },
          {
            table: 'sys_documentation'
            id: '57a2464662e74cc083f820a83c5ced94'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'local_url'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '57e83d18dbbf477480c7de536f10d0ee'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'outcome'
              language: 'de'
            }
          },
          {
            table: 'sys_db_object'
            id: '580844a86b0745ce82bb89763571912a'
            key: {
              name: 'x_accrd_bridge_watch'
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
            table: 'sys_documentation'
            id: '5819d45ef7d640b3b593011fa64c31e0'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'local_key'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '581c7c829a6e4208b838134c448afd20'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'plan'
              language: 'de'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: '59363c22c1f34b0f8bd2597df4ae6dc2'
            key: {
              name: 'x_accrd_bridge_watch'
            }
          },
          {
            table: 'sys_documentation'
            id: '5a14bb41b8c9465b997e09b06075aec8'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_short_name'
              language: 'de'
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
            table: 'sys_documentation'
            id: '5a816425412f4507b9c1ae71703bb662'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'rights'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '5ab864608dd54f9f90bb55a9aaf71b4f'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'local_short_name'
              language: 'de'
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
            table: 'sys_variable_value'
            id: '5b1e9429bb3e4575a81b91a9b4fe56a3'
            key: {
              document_key: '4f08cfbdfd4e49e68cd020a4b2509cd1'
              variable: 'ff06ab840f20101091d0f00c97767e6d'
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
            table: 'sys_documentation'
            id: '5c054544aa334453a246658878f2358b'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_url'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_element'
            id: '5c0bb6cbc2924483908f5002f54ddcf7'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'last_out_at'
              position: '3'
            }
          },
          {
            table: 'sys_ui_element'
            id: '5c2031f23c6f43f5be6c2a09d7c032ae'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
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
              position: '13'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '5c5b7f4bc3654c2c88ce197c02447c8e'
            key: {
              sys_security_acl: '2f7af20e4ec546faacf1ae9447e6d6b2'
              sys_user_role: {
                id: 'b43fbc640c264d669f060a0ab9767b0b'
                key: {
                  name: 'admin'
                }
              }
            }
          },
          {
            table: 'sys_choice'
            id: '5cff7fb49c3143238158eeece1ae3296'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'unlinked'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: '5d02678c1b4646bc8bf12f47c3d007c6'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'local_key'
              position: '1'
            }
          },
          {
            table: 'sys_dictionary'
            id: '5d509a23b649483c88bfa53d74a1e831'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'kind'
            }
          },
          {
            table: 'sys_choice'
            id: '5d59b9bc30ed43f0ac1b40e781e5f183'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'deactivated_by_peer'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_index'
            id: '5d7546bf1faf4aad86d4402e385cc85f'
            key: {
              logical_table_name: 'x_accrd_bridge_effect'
              col_name_string: 'record'
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
            table: 'sys_choice'
            id: '5e965728f7c846f386c4bd33e5fae784'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'terminating'
              language: 'de'
              dependent_value: 'NULL'
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
            table: 'sys_security_acl_role'
            id: '60c7b07f03014eb886d48d2847a223be'
            key: {
              sys_security_acl: '12ae8aeb74f5439ca90e70dd50b0ad8a'
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
            id: '612dae0eed9c4a0d80b5c39b060f649d'
            key: {
              name: 'x_accrd_bridge/help-page'
            }
          },
          {
            table: 'sys_variable_value'
            id: '613c8e4a5fc94d1385e407e86c9b1fe5'
            key: {
              document_key: '6fa793bb7b1c432db497380742fb13f3'
              variable: '98c44875ffa033008d3f5d9ad53bf1fa'
            }
          },
          {
            table: 'sys_documentation'
            id: '61ecd3b63daf4bcfa98b42c2b47a22e0'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'entry_id'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '6257074a0a8945c28e0917599690bd95'
            key: {
              name: 'x_accrd_bridge_change_notice'
              element: 'record'
              language: 'en'
            }
          },
          {
            table: 'sys_variable_value'
            id: '62e4151fb1a54139a428e4de298308d8'
            key: {
              document_key: '4f08cfbdfd4e49e68cd020a4b2509cd1'
              variable: '1778a7480f20101091d0f00c97767e03'
            }
          },
          {
            table: 'sys_documentation'
            id: '6306642c31dc400b8ec5995f5a9fa415'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'write_fields'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '631868d2106e47b4bea78b3bbe4866f7'
            key: {
              list_id: {
                id: '377ee83cffb940178e53094fa369e9d5'
                key: {
                  name: 'x_accrd_bridge_sync_access'
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
              element: 'table_name'
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
            id: '6355ae8a86ed47ba9f744af261d8aeaa'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'last_in_at'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '63f4a7a38220406185a8df94d1c345ee'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'rest_version'
              language: 'de'
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
            table: 'sys_variable_value'
            id: '64775967edea4e63bd15c5f8dac0e236'
            key: {
              document_key: 'ed08d0cf9933444d9c60c0a37254ed5d'
              variable: '1778a7480f20101091d0f00c97767e03'
            }
          },
          {
            table: 'sys_ui_element'
            id: '64ba1cafef1c431e93aa5312cb48e713'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
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
              position: '6'
            }
          },
          {
            table: 'sys_documentation'
            id: '64e72b6f31ae462f8296eb8d417b207c'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'activated_at'
              language: 'de'
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
            table: 'sys_documentation'
            id: '656fc3bce147416aa8371b423a262c76'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'origin'
              language: 'en'
            }
          },
          {
            table: 'sys_variable_value'
            id: '658924b45bea41c3a81071b44e09916d'
            key: {
              document_key: 'e7f73badb1d54c928009adcc6d5fff9a'
              variable: '9024a37f671003007ba405225685efe5'
            }
          },
          {
            table: 'sys_documentation'
            id: '65b39361d53741659acda0d5c4c2bad3'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'remote_key'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '65c78d8a17ac4c50ae28a5b63b67f027'
            key: {
              sys_security_acl: '9f5bda40ccdf4103a7e3935489aeda75'
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
            id: '66161e50c80e4831afce304f32d54f28'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'write_files'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '6617a53f6dfaec15074225fd7d563ae1'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'write_files'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '66183f828e1e83af4e15ec646791c6f5'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'author'
              language: 'de'
            }
          },
          {
            table: 'sys_variable_value'
            id: '669211b1b0d44d969c34c6808b0cebec'
            key: {
              document_key: 'c3d2b428e6724a7b8b5b95247ac72015'
              variable: '89ad06b543010210b6f9a0246bb8f2d7'
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
            table: 'sys_variable_value'
            id: '66a9328e964342cc902374c9786fb086'
            key: {
              document_key: '8c562175407e4fb794a8233412e31fe4'
              variable: '7c5f6d2353e0220002c6435723dc34f6'
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
            table: 'sys_security_acl_role'
            id: '67aec741941e468ea7066ee09afc2e5f'
            key: {
              sys_security_acl: '4c844a4c948344518c338b5b51dac6be'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
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
            table: 'sys_choice'
            id: '6b136aa4ac7f49a59731c9accf2e1786'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'health'
              value: 'slow'
              language: 'de'
              dependent_value: 'NULL'
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
            table: 'sys_documentation'
            id: '6b4237de2ee548a3b5698b288a88353f'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'NULL'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_element'
            id: '6ca7e0ca9a924d16acef173ed1c651d8'
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
              element: 'is_local'
              position: '7'
            }
          },
          {
            table: 'sys_ui_element'
            id: '6cd052110c6841d896a0a63f295a57ca'
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
              position: '19'
            }
          },
          {
            table: 'sys_documentation'
            id: '6d5de92928824c07bd870321ff914635'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'connection_id'
              language: 'de'
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
            table: 'sys_ui_form_section'
            id: '6e00c576253b47dc9d2dfa29e173a200'
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
                id: 'ff814c33422a467dac677e613ed5bc54'
                key: {
                  name: 'x_accrd_bridge_connection'
                  caption: 'Sync pairs'
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
            table: 'sys_choice'
            id: '6e0856c0e7d64fbbaf08cfe242efb42e'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'deleted_here'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: '6e7b243f45b947518ad3dc46d172ea55'
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
              position: '18'
            }
          },
          {
            table: 'sys_dictionary'
            id: '6f281da080eb46d8aa17c8f2f9563585'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'cause'
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
            id: '7061663d901c4d498f57fdcaf9f3769f'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'state'
              language: 'en'
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
            id: '717a31b6228c408bb24216ef62c1b3da'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'outcome'
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
            table: 'sys_documentation'
            id: '722365a9540a4821a912549a52ed4781'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'expires_at'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '726c64de9efa4295901c235a625b0524'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'watch_id'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '728f7b62cc2a47abb6b603325ec76f22'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_instance_name'
              language: 'de'
            }
          },
          {
            table: 'sys_choice'
            id: '72f403cdc3bc4173b6472ea6bdeac61d'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'comparing'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: '73383b0e4a874dad87ce83452c145651'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'may_delete'
              language: 'de'
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
            table: 'ua_table_licensing_config'
            id: '73440949340442ca86039d352ac77f6d'
            key: {
              name: 'x_accrd_bridge_sync_pair'
            }
          },
          {
            table: 'sys_variable_value'
            id: '7389b76882b14e99a7896481d50e6194'
            key: {
              document_key: '64cc61259a834f3db05ed9288ee93727'
              variable: 'ad351a4e53a0220002c6435723dc34f0'
            }
          },
          {
            table: 'sys_variable_value'
            id: '73ac93f379794758a1f85865d91e7a0c'
            key: {
              document_key: '1fc13187d27f428db11c5695796522c7'
              variable: '74d6e7a0a3023110571967d1361e616b'
            }
          },
          {
            table: 'sys_ui_element'
            id: '741f6be1b0b74c15ba057601528a85e4'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'local_url'
              position: '2'
            }
          },
          {
            table: 'sys_variable_value'
            id: '7513ea39a7554939b65ec198f199a77d'
            key: {
              document_key: '4f08cfbdfd4e49e68cd020a4b2509cd1'
              variable: '8c07aba5ff6033008d3f5d9ad53bf13b'
            }
          },
          {
            table: 'sys_user_role_contains'
            id: '752aa0b922244e6db1d0018ece1abf54'
            key: {
              role: {
                id: '5600929fdc9b4f4ab2cc4ca53f20f767'
                key: {
                  name: 'x_accrd_bridge.rules_author'
                }
              }
              contains: {
                id: '434dc06bcc99482a9e90ec8c58b54cb5'
                key: {
                  name: 'x_accrd_bridge.maintainer'
                }
              }
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '7565f04c21304bf4a0a715656b4271b0'
            key: {
              list_id: {
                id: '813035878a28462ebf8793c14ff2a37c'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
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
              element: 'last_out_at'
            }
          },
          {
            table: 'sys_choice'
            id: '75bf0ace8d5145edba13131e5f4bd792'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'mode'
              value: 'script'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: '764b73db891347908243e7d647327f49'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'is_local'
              language: 'de'
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
            table: 'sys_variable_value'
            id: '768271b1162a45b5a4c2c9f33641cdad'
            key: {
              document_key: 'e7f73badb1d54c928009adcc6d5fff9a'
              variable: '90144b535320220002c6435723dc3488'
            }
          },
          {
            table: 'sys_documentation'
            id: '7713003ac3f04784a0785958cd63b24c'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'connection'
              language: 'de'
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
            table: 'sys_documentation'
            id: '772c6889c1c24d5a9094e21a359d5f18'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'read_files'
              language: 'en'
            }
          },
          {
            table: 'sys_db_object'
            id: '7761722db0a04db7b0632a68acb3f4d1'
            key: {
              name: 'x_accrd_bridge_sync_pair'
            }
          },
          {
            table: 'sys_documentation'
            id: '7769199a65ae466e88ba793fd06d7950'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              language: 'de'
            }
          },
          {
            table: 'sys_choice'
            id: '77cabf88af7f42898645524da7608b44'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'deleted_there'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_variable_value'
            id: '77d11845441043a296607676400970fd'
            key: {
              document_key: '7e5006d60be5485eb3cd6d36a4ae4531'
              variable: '1d94cb1f3b8032000774229c93efc419'
            }
          },
          {
            table: 'sys_documentation'
            id: '78866f362bbc46a6b8908ae571d41774'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'read_fields'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '789c69ab11f444da9ae50a2de01d258d'
            key: {
              sys_security_acl: 'a23d193fe147451ab55c60fbcddd2c15'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_variable_value'
            id: '790739f09a924905b27d6d5fdc72a51a'
            key: {
              document_key: '8c562175407e4fb794a8233412e31fe4'
              variable: '535cb5ab53233300f06fddeeff7b1247'
            }
          },
          {
            table: 'sys_choice'
            id: '7967cadc66844c65987d47cc47c5d5d1'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'pending'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: '7a027b9099ab4a12ba3abc9e3ec11fc0'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'pair_id'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '7a542fd5c69746128c5e332699d2d5d5'
            key: {
              sys_security_acl: '8ae93e0ec62545a4a8a58e7699bccfc6'
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
            table: 'sys_variable_value'
            id: '7b5637910c6046e9a6b0a177ade62b8e'
            key: {
              document_key: 'c3d2b428e6724a7b8b5b95247ac72015'
              variable: '020a6af09fd32200ef4afa7dc67fcfec'
            }
          },
          {
            table: 'sys_dictionary'
            id: '7b6974f574f84b3191c79c2f6aabdb8c'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'write_journals'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '7b82cdeb384e4f8c9b794244e511b889'
            key: {
              sys_security_acl: '2eb3637afb7746afa9eceaf6bc877d4d'
              sys_user_role: {
                id: '5600929fdc9b4f4ab2cc4ca53f20f767'
                key: {
                  name: 'x_accrd_bridge.rules_author'
                }
              }
            }
          },
          {
            table: 'sys_ui_element'
            id: '7b95e597c50a49788ba3539f70946b1b'
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
            table: 'sys_documentation'
            id: '7cc0ef66e5d248e3965bc956e47da07c'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '7dd51a87e2ca484891dc0a984b0d834a'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'name'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '7e0aec395b17460d925a0989b0142dec'
            key: {
              list_id: {
                id: '377ee83cffb940178e53094fa369e9d5'
                key: {
                  name: 'x_accrd_bridge_sync_access'
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
              element: 'may_delete'
            }
          },
          {
            table: 'sys_dictionary'
            id: '7e36b5c550a74bcdae7e95da8f4bd15c'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'query'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '7e57c660a7784619b54abc73a9b8aff4'
            key: {
              sys_security_acl: 'fa55713b403247fe80e9d641758ca8e7'
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
            id: '7e9bf4896d254f20aa01ebd7a1064307'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'may_create'
              language: 'en'
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
            table: 'sys_documentation'
            id: '7eb76171c9204181a03695c9415cdffb'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'effect_key'
              language: 'en'
            }
          },
          {
            table: 'sys_variable_value'
            id: '7ede1e4327d34ef5bda52c16caa72330'
            key: {
              document_key: '6fa793bb7b1c432db497380742fb13f3'
              variable: '6f69fc4aff6433008d3f5d9ad53bf18c'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '7f83dfcaf0e8410ab4c97a1e58ef9a76'
            key: {
              sys_security_acl: '786fcce3b92a4eccb0180d79a3b6e9dd'
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
            id: '808d7988e094440f9f806360b8ba5074'
            key: {
              sys_security_acl: 'c8ec626de2ca4b2e951e9b57dec36d78'
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
            id: '80e5ffb205b945ba9cfddbcb3b399700'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'pair_id'
              position: '11'
            }
          },
          {
            table: 'sys_ui_list'
            id: '813035878a28462ebf8793c14ff2a37c'
            key: {
              name: 'x_accrd_bridge_sync_pair'
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
            table: 'sys_variable_value'
            id: '818ed7e0466e4c64a6b14376aa5ea41e'
            key: {
              document_key: 'e7f73badb1d54c928009adcc6d5fff9a'
              variable: 'e6e3c7535320220002c6435723dc3496'
            }
          },
          {
            table: 'sys_choice'
            id: '819651f37ad149a489ad17956e647274'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'active'
              language: 'de'
              dependent_value: 'NULL'
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
            table: 'sys_variable_value'
            id: '81b5858fbf1b402184dc20176e9d5648'
            key: {
              document_key: 'e4b47ac2e3034c188395d5e0d3c96d53'
              variable: '6619c7aa5320220002c6435723dc34e2'
            }
          },
          {
            table: 'sys_dictionary'
            id: '81c4f256eb3242fe9a973eec2fdbe314'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'name'
            }
          },
          {
            table: 'sys_variable_value'
            id: '81d252a3ec58477989b74c4a06b79776'
            key: {
              document_key: '12ee864776b74f0bac1b38ef25d570a8'
              variable: 'dd54cf535320220002c6435723dc34fd'
            }
          },
          {
            table: 'sys_dictionary'
            id: '81d3ce3386d949cc97b9744164b38a4f'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'last_in_at'
            }
          },
          {
            table: 'sys_ui_element'
            id: '82385e458fe44d22993f6ea457b2eb06'
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
            table: 'sys_dictionary'
            id: '833309ce9a924d7f936c2179c57390b1'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'rights'
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
            table: 'sys_documentation'
            id: '83fd41c941884763bd48739e83e6da1e'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'invited_instance_uid'
              language: 'de'
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
            table: 'sys_ui_list_element'
            id: '84b4a71d464c4f13b8ea29cc974bc06b'
            key: {
              list_id: {
                id: '377ee83cffb940178e53094fa369e9d5'
                key: {
                  name: 'x_accrd_bridge_sync_access'
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
              element: 'write_files'
            }
          },
          {
            table: 'sys_documentation'
            id: '8528a989cc2c489e94688f14d7a0d05d'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'reconcile_refusal'
              language: 'de'
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
            table: 'sys_documentation'
            id: '85421405207345c1a8f211d67a53ac25'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_node_type'
              language: 'de'
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
            id: '860f188368ff4c18b411a6a31ae76d2e'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'target'
            }
          },
          {
            table: 'sys_documentation'
            id: '861f64b3962e4ab0acdb27f756903527'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'read_fields'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '864086d740884541b037197a12f024c0'
            key: {
              name: 'x_accrd_bridge_nonce'
              element: 'nonce'
              language: 'en'
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
            table: 'sys_choice'
            id: '86f022d0c4dc45d19e3b46ed7d286b6b'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'state'
              value: 'revoked'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_dictionary'
            id: '87ec7dbbe2e24a0ab30aa1b5853cdac2'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'last_out_at'
            }
          },
          {
            table: 'sys_dictionary'
            id: '890c5971cdcd49a28be8b0042c34c5fb'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'local_url'
            }
          },
          {
            table: 'sys_choice'
            id: '8980c02b1aa747b0834e25efa8fe2b3a'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'side'
              value: 'destination'
              language: 'de'
              dependent_value: 'NULL'
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
            table: 'sys_documentation'
            id: '8bfe453e8c06445489b4a9b6146031ae'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'connection'
              language: 'de'
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
            table: 'sys_dictionary'
            id: '8ca6e60ca3294eceb5f08dcc048e5de6'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'NULL'
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
            table: 'sys_dictionary'
            id: '8ce91400ca4746aab4e52609ca54093d'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_instance_name'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '8d1fb1c779924356b82bb2ff22dc0297'
            key: {
              sys_security_acl: 'a33db0ce85e740c1b012ad5ef5a7c916'
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
            id: '8d4e8a8a87d3427db16e243748f973f3'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'plan_id'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '8d94ba9b856b453cb965f2efb710268a'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'state'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '8dbe424dcb3540d0a6687b938b220f36'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'last_out_at'
              language: 'en'
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
            table: 'sys_ui_list_element'
            id: '8e12ed6255d9487482e48506d466bbe7'
            key: {
              list_id: {
                id: '813035878a28462ebf8793c14ff2a37c'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
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
              element: 'last_in_at'
            }
          },
          {
            table: 'sys_dictionary'
            id: '8ed71dcbfc9b4a3abbbea3b55ca700a1'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'author'
            }
          },
          {
            table: 'sys_documentation'
            id: '8f44aebb4b4f4479abc997e1703d031c'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'rights'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: '8fa9ed71c49d4c21a273909a9d50ed02'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_variable_value'
            id: '8fd58b74bf6140a492c8ce06f882f20e'
            key: {
              document_key: '1fc13187d27f428db11c5695796522c7'
              variable: '17d732a9c7a333005e5c45b881c26007'
            }
          },
          {
            table: 'sys_dictionary'
            id: '909eb4eb164140b8bb1bfea179b72710'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'state'
            }
          },
          {
            table: 'sys_documentation'
            id: '90a278be904a4aabb566b458c012e6d0'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              language: 'de'
            }
          },
          {
            table: 'sys_variable_value'
            id: '90a867c0c129474895a504240188d56c'
            key: {
              document_key: '326f5834d44c463b9a8b73e0d91b1ce3'
              variable: '56e6bee65320220002c6435723dc34b9'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: '90c968585c9248ed9e371038f1048a3b'
            key: {
              name: 'x_accrd_bridge_sync_access'
            }
          },
          {
            table: 'sys_ui_element'
            id: '91073931679047759098cc91db995373'
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
              position: '14'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: '91a56dea5e56464bb47f33e81b9f094a'
            key: {
              sys_security_acl: '293d5ad5dfc6479b9e4f20621bf5b2f4'
              sys_user_role: {
                id: 'b0668888aade497dbc237046e2f5801a'
                key: {
                  name: 'x_accrd_bridge.auditor'
                }
              }
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
            table: 'sys_documentation'
            id: '93519d30012c4ff3af5a04b508f1e9b2'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'write_fields'
              language: 'de'
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
            table: 'sys_documentation'
            id: '93e0f6a579aa4b56be92130904a4ef24'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'table_name'
              language: 'en'
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
            table: 'sys_variable_value'
            id: '948b6d0d2f6f4653a45ed6172545cc18'
            key: {
              document_key: '64cc61259a834f3db05ed9288ee93727'
              variable: '74d6e7a0a3023110571967d1361e616b'
            }
          },
          {
            table: 'sys_ui_list_element'
            id: '94bc77a213af4126be78303fbe3d06db'
            key: {
              list_id: {
                id: '813035878a28462ebf8793c14ff2a37c'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
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
              element: 'remote_key'
            }
          },
          {
            table: 'sys_documentation'
            id: '94bd360b1229425bad45ed4de49da2c8'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'name'
              language: 'en'
            }
          },
          {
            table: 'sys_variable_value'
            id: '95a8e8a2b1fd4e2989df279398a6dd5b'
            key: {
              document_key: '6dd0303ac89845bdb1daaa20896c2dfa'
              variable: '535cb5ab53233300f06fddeeff7b1247'
            }
          },
          {
            table: 'sys_choice'
            id: '95d76bbd72834a8fbac9dccc10b5a4c0'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'linked'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: '9618ea3d3d7844af93c00a80471357c4'
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
              position: '10'
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
              element: 'remote_short_name'
              position: '10'
            }
          },
          {
            table: 'sys_variable_value'
            id: '9795770d3d76469a9c89619f5639ffb0'
            key: {
              document_key: '6dd0303ac89845bdb1daaa20896c2dfa'
              variable: '334ea2f153212110248dddeeff7b1255'
            }
          },
          {
            table: 'sys_documentation'
            id: '97b21cf615b74c40a4fc692abf6c86a3'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'invitation_id'
              language: 'de'
            }
          },
          {
            table: 'sys_choice'
            id: '97f6cf9fdb064f08bdd037d10680ca1b'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'abandoned'
              language: 'de'
              dependent_value: 'NULL'
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
            table: 'sys_variable_value'
            id: '985be01cf1a84b03b9f4b43ae9f0844d'
            key: {
              document_key: '6fa793bb7b1c432db497380742fb13f3'
              variable: '1778a7480f20101091d0f00c97767e03'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: '98a48188e17d484396fbfff3376be79a'
            key: {
              name: 'x_accrd_bridge/use-part'
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
            table: 'sys_documentation'
            id: '9904d96524de4ccbb962305d3040ba81'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'node_connection_id'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_element'
            id: '9b0ff99dea9e4939b681e7de241068e6'
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
              position: '6'
            }
          },
          {
            table: 'sys_documentation'
            id: '9b20aa4d89d94078aa45015f3ab05250'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_at'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: '9b21cb3acf22446fab68bdca9cca9a83'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'NULL'
              language: 'de'
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
            table: 'sys_variable_value'
            id: '9b69c18b6f3d4ae1a182cb880820a2cf'
            key: {
              document_key: '4f08cfbdfd4e49e68cd020a4b2509cd1'
              variable: '98c44875ffa033008d3f5d9ad53bf1fa'
            }
          },
          {
            table: 'sys_dictionary'
            id: '9b9d0aac6dbf45f0976a6d685f837f01'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'table_name'
            }
          },
          {
            table: 'sys_choice'
            id: '9c066380aad4497b91fb0b20751c2526'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'starting'
              language: 'de'
              dependent_value: 'NULL'
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
            table: 'sys_dictionary'
            id: '9c4ea3bb38734c219d28cc315f1e15d4'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'local_key'
            }
          },
          {
            table: 'sys_documentation'
            id: '9c8db18440c349769c2ca42008297db6'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'remote_url'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: '9d0a85fcdc41453bbc2bd64fbd168339'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'state'
            }
          },
          {
            table: 'sys_dictionary'
            id: '9d50573d3be846488bb0682fd274b252'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'pair_id'
            }
          },
          {
            table: 'sys_variable_value'
            id: '9d8720a0556a446885878e983cb189af'
            key: {
              document_key: '6fa793bb7b1c432db497380742fb13f3'
              variable: '8c07aba5ff6033008d3f5d9ad53bf13b'
            }
          },
          {
            table: 'sys_ui_element'
            id: '9d94a8b9f18040e1a5da3aced9c0fd90'
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
              element: 'local_short_name'
              position: '9'
            }
          },
          {
            table: 'sys_documentation'
            id: '9e24a4a8a1974e09b14114f4c8097390'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'reconcile_refusal'
              language: 'en'
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
              element: '.split'
              position: '8'
            }
          },
          {
            table: 'sys_documentation'
            id: '9ebffe5aec6c49108a436e41098d07bf'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state_reason_detail'
              language: 'de'
            }
          },
          {
            table: 'sys_choice'
            id: '9f9493a15c904ecb89b4e2bebd55cddf'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'state'
              value: 'spent'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_choice'
            id: '9fb8a88a7bbb43b68235ab60137b0e77'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'declined'
              language: 'en'
              dependent_value: 'NULL'
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
            table: 'sys_element_mapping'
            id: 'a0501b9bfbd6406b8e30706cabc52f51'
            key: {
              field: 'record_id'
              table: 'var__m_atf_input_variable_5f2e0e535332120028bc29cac2dc34d3'
              id: '64cc61259a834f3db05ed9288ee93727'
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
            table: 'sys_variable_value'
            id: 'a0dabf22521d4e6bb4d9d7f03cf9228d'
            key: {
              document_key: '616b95964aac43d0a06fba1245db8d68'
              variable: '9024a37f671003007ba405225685efe5'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'a113e977819b40d7ac057a4b2fc98a27'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'reconcile_stored'
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
            table: 'sys_variable_value'
            id: 'a1272e18f0c6415b8f9fe80fca08ccea'
            key: {
              document_key: '7e5006d60be5485eb3cd6d36a4ae4531'
              variable: '9f5f67709f132200ef4afa7dc67fcf94'
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
            table: 'sys_documentation'
            id: 'a14ca538c83e4d759783fc8a76353d06'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'query'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: 'a18de4967a5c4cb9a34a1791f1f07c96'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'partition'
              language: 'de'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: 'a1c8702c406a40f787df738a0d7c19d8'
            key: {
              name: 'x_accrd_bridge/bulk-parts'
            }
          },
          {
            table: 'sys_db_object'
            id: 'a248fea8735343c3bdbfa51fceff86b9'
            key: {
              name: 'x_accrd_bridge_effect'
            }
          },
          {
            table: 'sys_choice'
            id: 'a28f2feb8430412f87f326a1c72d08b5'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'invited'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'a29983e95035475ead0b2c67c20b6fee'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'effect_key'
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
                  name: 'x_accrd_bridge.maintainer'
                }
              }
            }
          },
          {
            table: 'sys_documentation'
            id: 'a2eafaa277ad4065b9522252c1ddf5a8'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'checked_at'
              language: 'de'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'a3025a12149f4157b041ec6b1d686494'
            key: {
              name: 'x_accrd_bridge_change_notice'
              element: 'kind'
            }
          },
          {
            table: 'sys_choice'
            id: 'a374e7996ff244dbb9e0f1c55816c4eb'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'unlinked'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'a3c965c5565446868892a0ee22dbbba5'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'write_fields'
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
            table: 'sys_choice'
            id: 'a673f30fe281421ba7cbc50e5658e9d8'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'deleted_there'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'a6846917c3dd4016a7758f3ec1a929ba'
            key: {
              document_key: '616b95964aac43d0a06fba1245db8d68'
              variable: '90144b535320220002c6435723dc3488'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'a6ebf965011543d09e7902ca3b110ae9'
            key: {
              sys_security_acl: '5e522225c3114ab88c4ad5ded98b341b'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_db_object'
            id: 'a76ec617d5cb4a86943f6c8e14d1d66d'
            key: {
              name: 'x_accrd_bridge_sync_access'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'a79152fcbbff434c8a2411dea599fb85'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'partition'
            }
          },
          {
            table: 'sys_documentation'
            id: 'a7a49c4883034f5ebe00eb94e3dbe27c'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'partition'
              language: 'en'
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
            table: 'sys_ui_list_element'
            id: 'a8cd1e5f24464cc1be75f676f2b8865f'
            key: {
              list_id: {
                id: '377ee83cffb940178e53094fa369e9d5'
                key: {
                  name: 'x_accrd_bridge_sync_access'
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
              element: 'read_journals'
            }
          },
          {
            table: 'sys_documentation'
            id: 'aa2aab414cf54897a0b8b1a1431921bc'
            key: {
              name: 'x_accrd_bridge_change_notice'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'aa5946da9e7c4665a41ffd4dce4f06e1'
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
            table: 'sys_variable_value'
            id: 'ab4676a227da454288917ca5d71fd290'
            key: {
              document_key: '1fc13187d27f428db11c5695796522c7'
              variable: '6e55da4e53a0220002c6435723dc34a0'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'abe0d3a382424a9fb0ab39b252f83adc'
            key: {
              sys_security_acl: '96b1560af3ad4f409bda18229bc61795'
              sys_user_role: {
                id: '9006266cecfd417eb5456e49976d7abd'
                key: {
                  name: 'nobody'
                }
              }
            }
          },
          {
            table: 'sys_variable_value'
            id: 'ac63c055fc8b4cbf9670a6cc4448a98b'
            key: {
              document_key: 'e701352c45854e18a0250fa31e419e49'
              variable: 'b124164e53a0220002c6435723dc34c5'
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
            table: 'sys_security_acl_role'
            id: 'acc94176b0d94d058b9f20664d6dd508'
            key: {
              sys_security_acl: 'cfeecded93a24855a521db868dec4c00'
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
                  name: 'x_accrd_bridge.maintainer'
                }
              }
            }
          },
          {
            table: 'sys_db_object'
            id: 'af437f7f1dbc45b581a9fa68eeb2a800'
            key: {
              name: 'x_accrd_bridge_nonce'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'afa2aa929f5b42b4a7ccff9f8af36eb5'
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
              element: 'state_reason_detail'
              position: '4'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: 'afdd21cc471c4954a808cd7f21a815e3'
            key: {
              name: 'x_accrd_bridge/vendor-react-dom--995eec9e'
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
            id: 'b0af524a3dc54200b70cbcc49881ed67'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'name'
              language: 'de'
            }
          },
          {
            table: 'sys_choice'
            id: 'b0b60dbc1acc4c42b00f7ec76d88f2ff'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'declined'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'b0f37eb033a1412888e0e81dd029e9a4'
            key: {
              name: 'x_accrd_bridge_change_notice'
              element: 'record'
            }
          },
          {
            table: 'sys_documentation'
            id: 'b147ce8a0de14a79a0fd4914bbc80694'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'last_contact_at'
              language: 'de'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: 'b18a4b5350144490af25a623f539367d'
            key: {
              name: 'x_accrd_bridge/main2'
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
            id: 'b1ac296f930d443ca0b1635e4ee53404'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'reconciled_at'
            }
          },
          {
            table: 'sys_choice'
            id: 'b213421003894664948ff3e5973d16a2'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'state'
              value: 'expired'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'b2ef4b70459e4734bcdb2ce5cded2040'
            key: {
              document_key: 'c3d2b428e6724a7b8b5b95247ac72015'
              variable: '58408e250b3222000b7da95e93673a5c'
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
            table: 'sys_dictionary'
            id: 'b34e3a3b650140ea8e6dfeeed1ba9ea1'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'checked_at'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'b36d8c26c11244308b68aa2f24e5afbb'
            key: {
              document_key: '326f5834d44c463b9a8b73e0d91b1ce3'
              variable: 'bc43e004c76733005e5c45b881c26046'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'b3abbe593f9743a1b6f3ab8e1774830d'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'NULL'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: 'b3e290526a5c4a18af1567580c0154ea'
            key: {
              name: 'x_accrd_bridge/connect-list-form'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: 'b3f29ef4fada4890b2a298535176ef30'
            deleted: true
            key: {
              name: 'x_accrd_bridge/vendor-react-dom--61e40277'
            }
          },
          {
            table: 'sys_choice'
            id: 'b43bde2001384db4a0f70bb7f917f0e1'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'comparing'
              language: 'en'
              dependent_value: 'NULL'
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
            table: 'sys_documentation'
            id: 'b60707177fe44dc3b95fb0e0a9febaf2'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'paired_by'
              language: 'de'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'b66107581c154ed1bef23459de61a066'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'write_files'
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
            id: 'b69a6c51476648fcb765aef00184af15'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'record'
              position: '5'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'b69ea24525fb4a4081954fdd8d56a516'
            key: {
              document_key: '6fa793bb7b1c432db497380742fb13f3'
              variable: 'b27b2b29ff6033008d3f5d9ad53bf164'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'b6bda7bc881446ecb24a65773de0ca48'
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
              position: '13'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'b7ff19e0b47a4f4cb319d5d08dbf2f14'
            key: {
              sys_security_acl: 'f7a567b668074b96982d3e45d6a4b4cc'
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
            id: 'b892a7c999744fc29d39131095b8c7d3'
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
              position: '2'
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
            table: 'sys_dictionary'
            id: 'ba514933d865465dae25844cfa824f58'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'NULL'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: 'ba5dcb0932ef460ab2fa59f416e0c025'
            key: {
              name: 'x_accrd_bridge/index'
            }
          },
          {
            table: 'sys_documentation'
            id: 'ba6e68543a0344d99a3b2ac184ab1247'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'local_key'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: 'bab825990b284f4883a6ce2eceda2d9b'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'write_journals'
              language: 'en'
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
            id: 'baf07509178040c6bd133ef27192c20e'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'table_name'
              language: 'en'
            }
          },
          {
            table: 'sys_choice'
            id: 'bb82e582fc254d23a1b653a897a8163f'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'failed'
              language: 'de'
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
            table: 'sys_choice'
            id: 'bbfd6ef59b2345229c3d938eb45c51a2'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'mode'
              value: 'basic'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: 'bc58d8ccb7d44ef096be9e7d9919f9eb'
            key: {
              name: 'x_accrd_bridge_invitation'
              element: 'NULL'
              language: 'de'
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
            table: 'sys_documentation'
            id: 'bd50477115374d95ac46be90fb2d9220'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'query'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: 'bd522da33583441fa27173dec3ec3f11'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'effect_key'
              language: 'de'
            }
          },
          {
            table: 'sys_choice'
            id: 'bdcc7b83be774e4ba969c24e03f6ca94'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'terminated_by_peer'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: 'befb8dc22f03485bb6e661966d28998d'
            key: {
              name: 'x_accrd_bridge_change_notice'
              element: 'kind'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'bf0731baca4c455d919c4696b7a67d80'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
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
            table: 'sys_ui_element'
            id: 'bf148943a0fc48a0821a8a7daed13a30'
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
              position: '7'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'bf380f510b8d4556a1fa3aa3617c96ff'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'table_name'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'bf4debf1d5c24329a50313a20230ee36'
            key: {
              document_key: '8c562175407e4fb794a8233412e31fe4'
              variable: '51547e3953212110248dddeeff7b126b'
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
            table: 'sys_documentation'
            id: 'c0b4e62742bc4b85879f0476e4f29e18'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'checked_at'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'c0ea15dc80024a7a8dc6a7d0b00bcd2b'
            key: {
              sys_security_acl: '655709576a944122b5573a4c401095aa'
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
            id: 'c2189dc2b2ea4efdae8b69a2fdeeec1a'
            deleted: true
            key: {
              name: 'x_accrd_bridge/sparkline'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'c271654f11ca4d63bcaf2216f9dff5cd'
            key: {
              document_key: '4f08cfbdfd4e49e68cd020a4b2509cd1'
              variable: '1985e0ceff2433008d3f5d9ad53bf1ba'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'c27b530f685242179114f05f2362ce7f'
            key: {
              document_key: 'ed08d0cf9933444d9c60c0a37254ed5d'
              variable: '8c07aba5ff6033008d3f5d9ad53bf13b'
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
            id: 'c2e4dbd9a0364f769096da00ce1f55f2'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'local_key_fingerprint'
              language: 'de'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'c35c041dab3d418f8772710ecb43a5c5'
            key: {
              document_key: '64cc61259a834f3db05ed9288ee93727'
              variable: 'b124164e53a0220002c6435723dc34c5'
            }
          },
          {
            table: 'sys_documentation'
            id: 'c36fd9de547f4590b6a4474dc83ca250'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'NULL'
              language: 'de'
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
            table: 'sys_variable_value'
            id: 'c382c5c1c0a24e5487d045ff5596aa50'
            key: {
              document_key: '8c562175407e4fb794a8233412e31fe4'
              variable: '334ea2f153212110248dddeeff7b1255'
            }
          },
          {
            table: 'sys_ux_lib_asset'
            id: 'c3849a20382f4cfdbb033f7d5c84d348'
            key: {
              name: 'x_accrd_bridge/marked.esm'
            }
          },
          {
            table: 'sys_documentation'
            id: 'c3885bdb201c4fedbad4c8d225b42706'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'local_url'
              language: 'de'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'c4962041cc1c43f9852fe0c6ffaea0b4'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'runs'
            }
          },
          {
            table: 'sys_documentation'
            id: 'c4f03463416443de94f1d4155fcb3b66'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'origin'
              language: 'de'
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
            table: 'sys_db_object'
            id: 'c52366cee1fb473bb702bff9dc0c157f'
            key: {
              name: 'x_accrd_bridge_write_plan'
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
            table: 'sys_documentation'
            id: 'c6804f3bece840348c454a119e4db32b'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'NULL'
              language: 'de'
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
            table: 'sys_documentation'
            id: 'c6d2e9402c144a2583600ef530554e41'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'outcome'
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
              element: 'mode'
              position: '5'
            }
          },
          {
            table: 'sys_documentation'
            id: 'c862725b420443d1bf8c64e7dbce65b1'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'may_delete'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'c916fa6bdc5d4b32988dffb40ae4457d'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'c96cdc14aaf64ba6a36d8664dda16622'
            key: {
              document_key: '6fa793bb7b1c432db497380742fb13f3'
              variable: 'ff06ab840f20101091d0f00c97767e6d'
            }
          },
          {
            table: 'sys_documentation'
            id: 'c9b6397d2fd24b949fa6b249cf41a0b8'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'plan'
              language: 'en'
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
            table: 'sys_ux_lib_asset'
            id: 'cad44ff144964c30ae3fc5409715b2f6'
            key: {
              name: 'x_accrd_bridge/vendor-@codemirror-view--60479494'
            }
          },
          {
            table: 'sys_choice'
            id: 'cad83b213fd648fca69dc96f4fa829bb'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'starting'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'cad83bbf952c43a9b61e93f43cb42dc6'
            key: {
              document_key: 'ed08d0cf9933444d9c60c0a37254ed5d'
              variable: 'ff06ab840f20101091d0f00c97767e6d'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'cadd59733b564ed5bfdc92633ecee1f9'
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
            table: 'sys_variable_value'
            id: 'cb52e13dbe814dcca89f264b14804f3e'
            key: {
              document_key: '4f08cfbdfd4e49e68cd020a4b2509cd1'
              variable: '6f69fc4aff6433008d3f5d9ad53bf18c'
            }
          },
          {
            table: 'sys_documentation'
            id: 'cb7f5c5025fc4ce98d0fb4f261011173'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'callback_key'
              language: 'de'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'cbb285ec6f5544da9a2f6f387f73c223'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'record'
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
            table: 'sys_ux_lib_asset'
            id: 'cc08071b72a74de282ef6a9eacf49f68'
            deleted: true
            key: {
              name: 'x_accrd_bridge/main2'
            }
          },
          {
            table: 'sys_documentation'
            id: 'cc2f558d7ac24e6aa2440f85385aa252'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'revision'
              language: 'de'
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
            table: 'sys_ui_list_element'
            id: 'cca5932d540a44788574ba70c3bc66c1'
            key: {
              list_id: {
                id: '813035878a28462ebf8793c14ff2a37c'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
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
              element: 'table_name'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'cccbc5541b2346818d7b2c7583077c13'
            key: {
              document_key: '6fa793bb7b1c432db497380742fb13f3'
              variable: '1985e0ceff2433008d3f5d9ad53bf1ba'
            }
          },
          {
            table: 'sys_documentation'
            id: 'cd03f73626ef4dfab452693382b1e2a5'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'runs'
              language: 'de'
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
            table: 'sys_choice'
            id: 'cd91790491524a2e86d4d0ec94564ea9'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'peer_lost'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'cdb0c1c93e284b18b1084988dab750f7'
            key: {
              document_key: '8c562175407e4fb794a8233412e31fe4'
              variable: '7600f16353e0220002c6435723dc34d5'
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
            table: 'sys_documentation'
            id: 'cf07a821acd94837bbcd6aa63b27a9b8'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_instance_url'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: 'cf21cca3d2094b07835a29f40c7ada69'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'read_journals'
              language: 'en'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'cfbf6ebc44aa414e9060068c5cb551c7'
            key: {
              name: 'x_accrd_bridge_change_notice'
              element: 'NULL'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'cfd0d88497b449ee9a8aef5ab87134b8'
            key: {
              document_key: '8c562175407e4fb794a8233412e31fe4'
              variable: '3eee292353e0220002c6435723dc343c'
            }
          },
          {
            table: 'sys_documentation'
            id: 'cfe8fe38612c4d25b97786d4f80874de'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'state'
              language: 'de'
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
            table: 'sys_variable_value'
            id: 'd0bcc69af14d40d09772fcadd24b0409'
            key: {
              document_key: 'ed08d0cf9933444d9c60c0a37254ed5d'
              variable: '1985e0ceff2433008d3f5d9ad53bf1ba'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'd0e7583a927346babb2eb4ebbe4b2221'
            key: {
              document_key: '4f08cfbdfd4e49e68cd020a4b2509cd1'
              variable: 'b27b2b29ff6033008d3f5d9ad53bf164'
            }
          },
          {
            table: 'sys_choice'
            id: 'd0ecc971b2374f5daa70c680c3b2a8fa'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'pairing_state'
              value: 'pending'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'd1385d1a8abd49b0b8d7ab46f5ff4083'
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
              position: '13'
            }
          },
          {
            table: 'sys_db_object'
            id: 'd156dd0894304c548754de31fe71de0d'
            key: {
              name: 'x_accrd_bridge_change_notice'
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
            table: 'sys_documentation'
            id: 'd2546aa5286c4450b3a4df27b5bb3cea'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'record'
              language: 'en'
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
            table: 'sys_documentation'
            id: 'd2a213e344c949ffae9ceb4d5fbccee2'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'record'
              language: 'en'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'd2c6d2968bf14151b0237ab7da1bb743'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
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
              position: '12'
            }
          },
          {
            table: 'sys_documentation'
            id: 'd2e598eab38042618c562c9acb229594'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'code_digest'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: 'd3737f4b28c848bbbc811f3f3d38d470'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'target'
              language: 'en'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'd40e26434e7e4ff38d1d7e4236f1af52'
            key: {
              sys_security_acl: '13c1971ed8fb4b18bd00f618133172dd'
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
            id: 'd439adfc001d462c8d1854dedbb49944'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'remote_key'
              position: '7'
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
            table: 'sys_documentation'
            id: 'd521ef03f5904adfab6fabd0c7acfb54'
            key: {
              name: 'x_accrd_bridge_nonce'
              element: 'nonce'
              language: 'de'
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
            id: 'd64333e3b25947fba6a84182786713e9'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'remote_key'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: 'd64c06ec39644eeb89ed0c20b1add416'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'NULL'
              language: 'en'
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
            table: 'sys_ui_element'
            id: 'd6c4c73f9a0d49158af836f5871f9e40'
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
              position: '8'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'd6fc0547b18845cd928237eace6f6656'
            key: {
              document_key: '616b95964aac43d0a06fba1245db8d68'
              variable: 'e6e3c7535320220002c6435723dc3496'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'd71387f795f5420c8ff2e84492e49415'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'table_name'
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
            table: 'sys_ui_element'
            id: 'd7a1be211ad84f84a179bf412d3ce76b'
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
              position: '4'
            }
          },
          {
            table: 'sys_security_acl_role'
            id: 'd805c2bfa554465c8386903a8ca4613d'
            key: {
              sys_security_acl: '3ff54d6944654ecca4c2f878f3daf534'
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
            id: 'd861aa225e884bed95219f2d23b0d047'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'snapshot'
              language: 'de'
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
            table: 'sys_variable_value'
            id: 'd9f7986f75fb483fb0d2d2e789b59716'
            key: {
              document_key: '326f5834d44c463b9a8b73e0d91b1ce3'
              variable: 'ba62b4075320220002c6435723dc34b9'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'da253e61db4e4c899d9f8a15feb7c4d9'
            key: {
              document_key: 'c3d2b428e6724a7b8b5b95247ac72015'
              variable: '59877da10b3222000b7da95e93673a56'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'da51d1ab8d814e35b022ff410d576ba0'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'read_fields'
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
            table: 'sys_documentation'
            id: 'dc01de47a6c04d68acbdf7e3256acbea'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'detail'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'de11f12a85414b418f7dab0d5c1b24b0'
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
            table: 'sys_variable_value'
            id: 'df526a872c9144039523bc624610447b'
            key: {
              document_key: '1fc13187d27f428db11c5695796522c7'
              variable: 'ad351a4e53a0220002c6435723dc34f0'
            }
          },
          {
            table: 'sys_choice'
            id: 'df622b61102642cc8095cc3377bc06fd'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'awaiting_approval'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'df63daf75cc0477b9f123fb45ba4a000'
            key: {
              document_key: 'e4b47ac2e3034c188395d5e0d3c96d53'
              variable: 'ba62b4075320220002c6435723dc34b9'
            }
          },
          {
            table: 'sys_documentation'
            id: 'df6b47ffe5c64639a91e7e2625c7e226'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'table_name'
              language: 'de'
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
            table: 'sys_ui_element'
            id: 'e28139b1b72e40de8c9ca41640447fad'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'table_name'
              position: '4'
            }
          },
          {
            table: 'sys_documentation'
            id: 'e2fbc18de87045ddad8a670183905db8'
            key: {
              name: 'x_accrd_bridge_handshake_log'
              element: 'NULL'
              language: 'de'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'e33ef6b8412140529935f05ed57d92d8'
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
              element: 'x_accrd_bridge_connection_panel.xml'
              position: '0'
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
            table: 'sys_documentation'
            id: 'e37f3cf064bb46289af7563686160092'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'kind'
              language: 'de'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'e3aa8da984284ffcaf7ae555f883075d'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'may_create'
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
            table: 'sys_variable_value'
            id: 'e45969b7e31a4961889f667c6d76da2b'
            key: {
              document_key: '6dd0303ac89845bdb1daaa20896c2dfa'
              variable: '51547e3953212110248dddeeff7b126b'
            }
          },
          {
            table: 'sys_documentation'
            id: 'e463bacf14ea466abbeda4decb5924e9'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'plan_id'
              language: 'en'
            }
          },
          {
            table: 'sys_documentation'
            id: 'e4c87633c6c44fefa002675937c06343'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_choice'
            id: 'e4cc7ba0dfd541f0b0331494b153ceee'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'terminated'
              language: 'de'
              dependent_value: 'NULL'
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
            id: 'e53ab8ba34694929ace05eb20cbe28aa'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'may_create'
              language: 'de'
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
            table: 'sys_variable_value'
            id: 'e60a98128c424efaab5d9a75b941c8c1'
            key: {
              document_key: '64cc61259a834f3db05ed9288ee93727'
              variable: '17d732a9c7a333005e5c45b881c26007'
            }
          },
          {
            table: 'sys_documentation'
            id: 'e62c45475e7d4488b83d1fe1c91dd76d'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'last_out_at'
              language: 'de'
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
            table: 'sys_dictionary'
            id: 'e8171eca3aff4475a0b0a185d16b7c3e'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'pair_id'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'e827884f250d4b0996703ff466338b66'
            key: {
              document_key: '326f5834d44c463b9a8b73e0d91b1ce3'
              variable: '6619c7aa5320220002c6435723dc34e2'
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
            table: 'sys_choice'
            id: 'e8ce505938d84740b206c2162fd2a896'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'redeeming'
              language: 'de'
              dependent_value: 'NULL'
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
            table: 'sys_documentation'
            id: 'ea1898c6491f4bd3b6ca2c12384bb790'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'NULL'
              language: 'de'
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
            table: 'sys_ui_list_element'
            id: 'eaa6ca4abb7a4172bce614ee55bc1f09'
            key: {
              list_id: {
                id: '377ee83cffb940178e53094fa369e9d5'
                key: {
                  name: 'x_accrd_bridge_sync_access'
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
              element: 'read_fields'
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
            table: 'sys_documentation'
            id: 'eb3412e2a67c497bad3ee04709a967bc'
            key: {
              name: 'x_accrd_bridge_watch'
              element: 'noticed'
              language: 'de'
            }
          },
          {
            table: 'sys_choice'
            id: 'ebd1264901ba45ac9fcfb2ab0e4d4472'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'deactivated_by_both'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: 'ebdff6e5b7544f6f82e135305343528e'
            key: {
              name: 'x_accrd_bridge_nonce'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'ec68ae9a83434ec58619f0a669ab581e'
            key: {
              document_key: 'e7f73badb1d54c928009adcc6d5fff9a'
              variable: 'dd54cf535320220002c6435723dc34fd'
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
            table: 'sys_ui_list_element'
            id: 'ed2729c478e04edd8e129b92d914fe94'
            key: {
              list_id: {
                id: '377ee83cffb940178e53094fa369e9d5'
                key: {
                  name: 'x_accrd_bridge_sync_access'
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
              element: 'read_files'
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
            table: 'sys_ui_element'
            id: 'ee819fd155624cee858cb29dac87a9ab'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'remote_url'
              position: '8'
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
            table: 'sys_variable_value'
            id: 'ef613530a8844486b5947143eeb7ded1'
            key: {
              document_key: '12ee864776b74f0bac1b38ef25d570a8'
              variable: '90144b535320220002c6435723dc3488'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'efc0d732a61b47a1badb54e5f85b651a'
            key: {
              document_key: '12ee864776b74f0bac1b38ef25d570a8'
              variable: 'e6e3c7535320220002c6435723dc3496'
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
            table: 'sys_choice'
            id: 'f219a0ba6f8b4de79f0e203f4a3346b8'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'quarantined'
              language: 'de'
              dependent_value: 'NULL'
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
            table: 'sys_documentation'
            id: 'f23f87a2df964c5797fce19b296574a0'
            key: {
              name: 'x_accrd_bridge_effect'
              element: 'target'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: 'f243964b463745b09b9b8449eea176e0'
            key: {
              name: 'x_accrd_bridge_sync_access'
              element: 'write_journals'
              language: 'de'
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
            table: 'sys_documentation'
            id: 'f27eca22e0984ba1b9f203b00ad6556b'
            key: {
              name: 'x_accrd_bridge_nonce'
              element: 'NULL'
              language: 'en'
            }
          },
          {
            table: 'sys_choice'
            id: 'f2a1453d36934669be13fb7305982740'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'linked'
              language: 'de'
              dependent_value: 'NULL'
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
            table: 'sys_ux_lib_asset'
            id: 'f4590706015947e291c63988541f4365'
            deleted: true
            key: {
              name: 'x_accrd_bridge/try-panels'
            }
          },
          {
            table: 'sys_ui_element'
            id: 'f47c3805a89241e7b3e467ed1b9007de'
            key: {
              sys_ui_section: {
                id: '03b326f458f144f5b5229a15bcbe4e46'
                key: {
                  name: 'x_accrd_bridge_sync_pair'
                  caption: 'Sync pair'
                  view: {
                    id: 'Default view'
                    key: {
                      name: 'NULL'
                    }
                  }
                  sys_domain: 'global'
                }
              }
              element: 'connection'
              position: '10'
            }
          },
          {
            table: 'sys_dictionary'
            id: 'f4954dfa5f7c4e3ab88283fc4f9b98ae'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'remote_url'
            }
          },
          {
            table: 'sys_documentation'
            id: 'f5087299a30e4051ab8857211030feec'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_instance_uid'
              language: 'de'
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
            table: 'sys_documentation'
            id: 'f5c4bbd5a7b943a6bef2867fb002ebba'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'reconcile_known'
              language: 'en'
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
            id: 'f5fb715f30c7402aa43e2988286300be'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'side'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: 'f63543dd54234b6d89699e6272872cbe'
            key: {
              name: 'x_accrd_bridge_change_notice'
              element: 'table_name'
              language: 'de'
            }
          },
          {
            table: 'sys_variable_value'
            id: 'f65752ccd55a4fa1b72de8c74a6e041f'
            key: {
              document_key: 'e701352c45854e18a0250fa31e419e49'
              variable: '6e55da4e53a0220002c6435723dc34a0'
            }
          },
          {
            table: 'sys_documentation'
            id: 'f6a787d59b14445499acfb00bbeb7520'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'remote_key_fingerprint'
              language: 'de'
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
            id: 'f827461dd34d4729ab9e6458b9ff3e4c'
            key: {
              name: 'x_accrd_bridge_nonce'
              element: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: 'f85a83799f544ccc9cdcd408888bffbe'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'cause'
              language: 'en'
            }
          },
          {
            table: 'sys_choice'
            id: 'f95e54a1f4124b378639b8394c6aa16e'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'state'
              value: 'quarantined'
              language: 'en'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: 'f9cf4b4696194efcacc8f11973fb58c4'
            key: {
              name: 'x_accrd_bridge_write_plan'
            }
          },
          {
            table: 'sys_documentation'
            id: 'f9f252183e1b448d9df8dc9da229b6fa'
            key: {
              name: 'x_accrd_bridge_connection_snapshot'
              element: 'NULL'
              language: 'de'
            }
          },
          {
            table: 'sys_choice'
            id: 'f9fec481afee49e2913bbabfffee7a68'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state'
              value: 'expired'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: 'fac75dd4c011402c816b5bb9c7baf906'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'pairing_state'
              language: 'de'
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
            table: 'sys_security_acl_role'
            id: 'fc64540eb18748709d800ea42be7691e'
            key: {
              sys_security_acl: '853dcf20f7a44ada9837415695c76a6f'
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
            id: 'fc6be948dcd34a5cafc39d754707d321'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'revision'
            }
          },
          {
            table: 'ua_table_licensing_config'
            id: 'fd4ba3a63d484b708ae556ca045b1555'
            key: {
              name: 'x_accrd_bridge_change_notice'
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
            table: 'sys_ux_lib_asset'
            id: 'fe49f1ab8bff4c48883849f327876d1d'
            key: {
              name: 'x_accrd_bridge/record'
            }
          },
          {
            table: 'sys_documentation'
            id: 'fe5afd300680492fa807cca6cdcfb690'
            key: {
              name: 'x_accrd_bridge_connection'
              element: 'state_reason_code'
              language: 'de'
            }
          },
          {
            table: 'sys_documentation'
            id: 'febc0b6ab67243598e4ec1b5d9850e78'
            key: {
              name: 'x_accrd_bridge_sync_pair'
              element: 'cause'
              language: 'de'
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
          {
            table: 'sys_security_acl_role'
            id: 'ff5e4379358840d8a1a2c8beace53a72'
            key: {
              sys_security_acl: 'e31dd600564c469894df17a5311f27bc'
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
            id: 'ff814c33422a467dac677e613ed5bc54'
            key: {
              name: 'x_accrd_bridge_connection'
              caption: 'Sync pairs'
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
            id: 'ffd96ff72e86467faff11e777020c2a6'
            key: {
              name: 'x_accrd_bridge_node'
              element: 'pairing_state'
              value: 'paired'
              language: 'de'
              dependent_value: 'NULL'
            }
          },
          {
            table: 'sys_documentation'
            id: 'ffde3a51f17b4838a52ea2aa26094d33'
            key: {
              name: 'x_accrd_bridge_write_plan'
              element: 'table_name'
              language: 'en'
            }
          },
        ]
      }
    }
  }
}
