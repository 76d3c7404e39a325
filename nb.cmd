@echo off
rem Runs the tool of this clone: nb run notebook.ipynb
rem
rem It is published, compiled ahead of time, to artifacts\nb once and again when its sources, the packages'
rem versions or the SDK have changed. Each version has a folder of its own, so that notebooks which are running
rem keep theirs.
setlocal enableextensions disabledelayedexpansion
rem The names begin with nb_ because the programs started from here see them: MSBuild would take "version" for the
rem version of whatever a cell builds, and others "home" for the user's folder.
set "nb_command=%~1"
set "nb_root=%~dp0"
set "nb_store=%nb_root%artifacts\nb"
rem What a kernelspec is to start: this file stays where it is when versions come and go.
set "NB_LAUNCHER=%~f0"

set "nb_dotnet="
if defined DOTNET_ROOT if exist "%DOTNET_ROOT%\dotnet.exe" set "nb_dotnet=%DOTNET_ROOT%\dotnet.exe"
if not defined nb_dotnet for %%d in (dotnet.exe) do set "nb_dotnet=%%~$PATH:d"
if not defined nb_dotnet (
    echo nb: the .NET 10 SDK is not installed, or dotnet is not on PATH. Get it from https://dotnet.microsoft.com/download/dotnet/10.0 1>&2
    exit /b 125
)
for %%d in ("%nb_dotnet%") do set "nb_home=%%~dpd"
rem The published program looks for .NET where it is installed by default, and here.
set "DOTNET_ROOT=%nb_home%"

if not exist "%nb_store%" mkdir "%nb_store%" || exit /b 125
set "nb_listing=%nb_store%\listing.%RANDOM%%RANDOM%"
call :list > "%nb_listing%" 2>nul
call :iscurrent && goto run

set "nb_waiting="
:lock
rem Whoever holds the file open for writing builds; the system closes it, however the holder ends. Build servers would
rem inherit it and hold it for minutes, so the build starts none.
set "nb_result="
8>&2 2>nul (9>"%nb_store%\lock" (call :build 2>&8))
if "%nb_result%"=="failed" (
    del "%nb_listing%"
    exit /b 125
)
if not defined nb_result (
    if not defined nb_waiting echo nb is being built by another command; waiting ... 1>&2
    set "nb_waiting=yes"
    ping -n 2 127.0.0.1 >nul
    goto lock
)

:run
del "%nb_listing%" 2>nul
set /p nb_version=<"%nb_store%\current"
"%nb_store%\%nb_version%\nb.exe" %*
exit /b %errorlevel%

rem Name, size and time of everything that the tool is built from; developers' own build folders are no part of it.
:list
set "nb_form=/L /NJH /NJS /NDL /FP /TS /BYTES"
for %%p in (src kernel-extensions) do if exist "%nb_root%%%p" robocopy "%nb_root%%%p" "%nb_store%\nowhere" /S /XD bin obj node_modules dist dist.new %nb_form%
robocopy "%nb_root%." "%nb_store%\nowhere" Directory.*.props Directory.*.targets global.json NuGet.config nb.cmd /LEV:1 %nb_form%
dir /b "%nb_home%sdk" "%nb_home%shared\Microsoft.NETCore.App"
exit /b 0

:iscurrent
if not exist "%nb_store%\current" exit /b 1
set /p nb_version=<"%nb_store%\current"
if not exist "%nb_store%\%nb_version%\nb.exe" exit /b 1
rem JupyterLab is wanted, could not be bundled when the program was built, and npm is there now.
if /i "%nb_command%"=="lab" if exist "%nb_store%\%nb_version%\lab\problem.txt" for %%n in (npm.cmd) do if not "%%~$PATH:n"=="" exit /b 1
fc /b "%nb_store%\listing" "%nb_listing%" >nul 2>nul
exit /b %errorlevel%

:build
call :iscurrent && (
    set "nb_result=done"
    exit /b 0
)
echo Building nb (once, about a minute) ... 1>&2
set "nb_previous="
if exist "%nb_store%\current" set /p nb_previous=<"%nb_store%\current"
set "nb_version=v%RANDOM%%RANDOM%"
rem The steps of the build tell the console how far they are, whatever becomes of their output.
set "NB_PROGRESS=\\.\CON"
"%nb_dotnet%" publish "%nb_root%src\Tool\Tool.csproj" --configuration Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true -p:KeepIntermediates=false --artifacts-path "%nb_store%\obj" --output "%nb_store%\%nb_version%" --disable-build-servers --nologo --verbosity quiet > "%nb_store%\log" 2>&1
if errorlevel 1 (
    findstr /r "error warn" "%nb_store%\log" 1>&2 || type "%nb_store%\log" 1>&2
    echo nb: it could not be built; the errors are above. 1>&2
    rmdir /s /q "%nb_store%\%nb_version%" 2>nul
    set "nb_result=failed"
    exit /b 1
)
rmdir /s /q "%nb_store%\obj" 2>nul
rem The listing is from before the build, so that what was edited meanwhile counts as changed.
copy /y "%nb_listing%" "%nb_store%\listing" >nul
>"%nb_store%\current" echo %nb_version%
rem A folder whose program runs cannot be moved, and is left for later.
for /d %%d in ("%nb_store%\v*") do if not "%%~nxd"=="%nb_version%" if not "%%~nxd"=="%nb_previous%" (
    move "%%d" "%%d.old" >nul 2>nul && rmdir /s /q "%%d.old"
)
set "nb_result=done"
exit /b 0
