namespace Qiansi.Tool.Doctor;

/// <summary>How to get a thing on each operating system.</summary>
/// <param name="Apt">Debian and Ubuntu; other distributions have packages of about the same name.</param>
/// <param name="Brew">macOS.</param>
/// <param name="Winget">Windows.</param>
internal sealed record InstallAdvice(string Apt, string Brew, string Winget)
{
    /// <summary>The .NET SDK.</summary>
    public static readonly InstallAdvice DotnetSdk = new(
        $"apt install dotnet-sdk-{Environment.Version.Major}.0", "brew install dotnet-sdk",
        $"winget install Microsoft.DotNet.SDK.{Environment.Version.Major}");

    /// <summary>Node with npm.</summary>
    public static readonly InstallAdvice Node = new("apt install nodejs npm", "brew install node", "winget install OpenJS.NodeJS.LTS");

    /// <summary>Jupyter's classic front end and command.</summary>
    public static readonly InstallAdvice Jupyter = new(
        "apt install jupyter-notebook", "brew install jupyterlab", "winget install Python.Python.3.13, then py -m pip install jupyterlab");

    /// <summary>A browser of the Chromium family.</summary>
    public static readonly InstallAdvice Chromium =
        new("apt install chromium (Ubuntu: snap install chromium)", "brew install --cask google-chrome", "winget install Google.Chrome");

    /// <summary>NVIDIA's driver.</summary>
    public static readonly InstallAdvice NvidiaDriver = new(
        "apt install nvidia-driver (Ubuntu: ubuntu-drivers install)", "NVIDIA cards do not work with current macOS",
        "winget install Nvidia.GeForceExperience, or Windows Update");

    /// <summary>A font with Chinese characters.</summary>
    public static readonly InstallAdvice ChineseFont = new("apt install fonts-noto-cjk", "brew install --cask font-noto-sans-cjk",
        "Settings, Apps, Optional features: Chinese supplemental fonts");

    /// <summary>The line for an operating system.</summary>
    public string For(SystemKind system) => system switch
    {
        SystemKind.Windows => Winget,
        SystemKind.MacOS => Brew,
        _ => Apt,
    };
}
