; Inno Setup 6 recipe of the Windows installer. Compiled by Inno Setup 6.4.1 under Wine, with stand-ins for the program; what
; it makes was NOT RUN: no Windows was at hand.
; On Windows, with Python 3.11 and Inno Setup 6, in a checkout:
;   packaging\windows\build.ps1            (or: build.ps1 -Runtime cuda)
; which freezes dist\leukemia-desktop and calls: iscc /DVersion=... packaging\windows\installer.iss

#ifndef Version
  #error "Say which version: iscc /DVersion=1.2.3"
#endif
#define Program "Leukemia Desktop"

[Setup]
AppId={{8C1D7E0B-6A55-4C58-9C43-2F5B7B0E61D4}
AppName={#Program}
AppVersion={#Version}
AppPublisher=Leukemia Desktop maintainers
DefaultDirName={autopf}\{#Program}
DefaultGroupName={#Program}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
InfoBeforeFile=research-use.txt
OutputDir=..\..\dist
OutputBaseFilename=leukemia-desktop-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
UninstallDisplayIcon={app}\Leukemia Desktop.exe
ChangesEnvironment=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[Files]
Source: "..\..\dist\leukemia-desktop\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\{#Program}"; Filename: "{app}\Leukemia Desktop.exe"
Name: "{autodesktop}\{#Program}"; Filename: "{app}\Leukemia Desktop.exe"; Tasks: desktopicon

[Registry]
; a folder's context menu, for this person or for all as the installation is
Root: HKA; Subkey: "Software\Classes\Directory\shell\LeukemiaDesktop"; ValueType: string; ValueData: "Open in {#Program}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Directory\shell\LeukemiaDesktop\command"; ValueType: string; ValueData: """{app}\Leukemia Desktop.exe"" open -- ""%1"""; Flags: uninsdeletekey

[Run]
; the installation tries itself: shelves, models, a drawn slide, every report, the window
Filename: "{app}\leukemia-desktop.exe"; Parameters: "check"; StatusMsg: "Trying the installation"; Flags: runhidden
Filename: "{app}\Leukemia Desktop.exe"; Description: "{cm:LaunchProgram,{#Program}}"; Flags: nowait postinstall skipifsilent

; settings, ledgers and added models of a person are never removed
