@echo off
rem Runs the tool of this clone: nb run notebook.ipynb
rem
rem It is published, compiled ahead of time, to artifacts\nb once and again when its sources, the packages'
rem versions or the SDK have changed. Each version has a folder of its own, so that notebooks which are running
rem keep theirs.
setlocal enableextensions disabledelayedexpansion
set "command=%~1"
set "root=%~dp0"
set "store=%root%artifacts\nb"
rem What a kernelspec is to start: this file stays where it is when versions come and go.
set "NB_LAUNCHER=%~f0"

set "dotnet="
if defined DOTNET_ROOT if exist "%DOTNET_ROOT%\dotnet.exe" set "dotnet=%DOTNET_ROOT%\dotnet.exe"
if not defined dotnet for %%d in (dotnet.exe) do set "dotnet=%%~$PATH:d"
if not defined dotnet (
    echo nb: the .NET 10 SDK is not installed, or dotnet is not on PATH. Get it from https://dotnet.microsoft.com/download/dotnet/10.0 1>&2
    exit /b 125
)
for %%d in ("%dotnet%") do set "home=%%~dpd"
if not defined DOTNET_ROOT set "DOTNET_ROOT=%home%"

if not exist "%store%" mkdir "%store%" || exit /b 125
set "listing=%store%\listing.%RANDOM%%RANDOM%"
call :list > "%listing%" 2>nul
call :iscurrent && goto run

set "waiting="
:lock
rem Whoever holds the file open for writing builds; the system closes it, however the holder ends.
set "result="
8>&2 2>nul (9>"%store%\lock" (call :build 2>&8))
if "%result%"=="failed" (
    del "%listing%"
    exit /b 125
)
if not defined result (
    if not defined waiting echo nb is being built by another command; waiting ... 1>&2
    set "waiting=yes"
    ping -n 2 127.0.0.1 >nul
    goto lock
)

:run
del "%listing%" 2>nul
set /p version=<"%store%\current"
"%store%\%version%\nb.exe" %*
exit /b %errorlevel%

rem Name, size and time of everything that the tool is built from; developers' own build folders are no part of it.
:list
set "form=/L /NJH /NJS /NDL /FP /TS /BYTES"
for %%p in (src kernel-extensions) do if exist "%root%%%p" robocopy "%root%%%p" "%store%\nowhere" /S /XD bin obj node_modules dist dist.new %form%
robocopy "%root%." "%store%\nowhere" Directory.*.props Directory.*.targets global.json NuGet.config nb.cmd /LEV:1 %form%
dir /b "%home%sdk" "%home%shared\Microsoft.NETCore.App"
exit /b 0

:iscurrent
if not exist "%store%\current" exit /b 1
set /p version=<"%store%\current"
if not exist "%store%\%version%\nb.exe" exit /b 1
rem JupyterLab is wanted, could not be bundled when the program was built, and npm is there now.
if /i "%command%"=="lab" if exist "%store%\%version%\lab\problem.txt" for %%n in (npm.cmd) do if not "%%~$PATH:n"=="" exit /b 1
fc /b "%store%\listing" "%listing%" >nul 2>nul
exit /b %errorlevel%

:build
call :iscurrent && (
    set "result=done"
    exit /b 0
)
echo Building nb (once, about a minute) ... 1>&2
set "previous="
if exist "%store%\current" set /p previous=<"%store%\current"
set "version=v%RANDOM%%RANDOM%"
"%dotnet%" publish "%root%src\Tool\Tool.csproj" --configuration Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true --artifacts-path "%store%\obj" --output "%store%\%version%" --nologo --verbosity quiet > "%store%\log" 2>&1
if errorlevel 1 (
    findstr /r "error warn" "%store%\log" 1>&2 || type "%store%\log" 1>&2
    echo nb: it could not be built; the errors are above. 1>&2
    rmdir /s /q "%store%\%version%" 2>nul
    set "result=failed"
    exit /b 1
)
rem The listing is from before the build, so that what was edited meanwhile counts as changed.
copy /y "%listing%" "%store%\listing" >nul
>"%store%\current" echo %version%
rem A folder whose program runs cannot be moved, and is left for later.
for /d %%d in ("%store%\v*") do if not "%%~nxd"=="%version%" if not "%%~nxd"=="%previous%" (
    move "%%d" "%%d.old" >nul 2>nul && rmdir /s /q "%%d.old"
)
set "result=done"
exit /b 0
