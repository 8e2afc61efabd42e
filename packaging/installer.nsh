; Included by electron-builder into its installer. Uninstalling asks whether to delete what the app has stored for the
; account that uninstalls. Silent (/S) it is kept, unless --delete-app-data is given, a switch of electron-builder's own
; script that this one extends to downloaded updates. An update uninstalls the old version, too: it neither asks nor
; deletes.

!macro customUnInstall
  ${If} ${isUpdated}
    Goto bulkSignInKeepData
  ${EndIf}
  ; Electron registers this class for the first notification (toastActivatorId in src/shared/app-id.ts).
  DeleteRegKey HKCU "Software\Classes\CLSID\{73441FF8-7124-4532-89E5-90E0D16DFAB9}"
  ClearErrors
  ${GetParameters} $R0
  ${GetOptions} $R0 "--delete-app-data" $R1
  ${If} ${Errors}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 \
      "Delete your settings, sign-ins, logs and runs, too?$\r$\n$\r$\nA run under way goes on in the service, but can no longer be taken up on this computer. Lists and results that you have saved elsewhere stay." \
      /SD IDNO IDNO bulkSignInKeepData
  ${EndIf}

  SetShellVarContext current
  RMDir /r "$APPDATA\${PRODUCT_FILENAME}"
  RMDir /r "$LOCALAPPDATA\${APP_PACKAGE_NAME}-updater"
  ${If} $installMode == "all"
    SetShellVarContext all
  ${EndIf}

  bulkSignInKeepData:
  ClearErrors
!macroend
