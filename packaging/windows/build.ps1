# Freeze the desktop and make the installer. Written, NOT RUN: no Windows was at hand. Call it in a checkout, with Python 3.11
# and Inno Setup 6 installed:  packaging\windows\build.ps1 [-Runtime cpu|cuda]
param([ValidateSet("cpu", "cuda")][string]$Runtime = "cpu", [string]$Python = "python")
$ErrorActionPreference = "Stop"
$env:PIP_CONSTRAINT = "packaging\constraints.txt"

function Invoke-Checked { param([string]$Program, [string[]]$Words)
    & $Program @Words
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" }
}

Invoke-Checked $Python @("-m", "venv", "--clear", ".venv-desktop")
$made = ".venv-desktop\Scripts\python.exe"
Invoke-Checked $made @("-m", "pip", "install", "--quiet", ".[$Runtime,watch,build]")
Invoke-Checked $made @("packaging\icon.py", "resources\icons\app.svg", "256", "packaging\app.ico")
New-Item -ItemType Directory -Force -Path "build\desktop", "dist" | Out-Null
$spec = (Resolve-Path packaging\desktop.spec).Path
$bill = (Resolve-Path packaging\bill.py).Path
$out = (Resolve-Path dist).Path
$exe = (Resolve-Path $made).Path
Push-Location build\desktop   # not in the checkout: what is frozen is what was installed
try {
    Invoke-Checked $exe @("-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", $out, "--workpath", "work", $spec)
    Invoke-Checked $exe @($bill, "$out\leukemia-desktop", "work\desktop\contents.json")
} finally { Pop-Location }
Invoke-Checked "dist\leukemia-desktop\leukemia-desktop.exe" @("check")
$version = & "dist\leukemia-desktop\leukemia-desktop.exe" --version
Invoke-Checked "iscc" @("/DVersion=$version", "packaging\windows\installer.iss")
