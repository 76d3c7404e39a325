namespace Qiansi.Documents.Saving;

/// <summary>The folder in which this user's keys, settings and histories outlive a run.</summary>
public static class UserFolder
{
    /// <summary>
    /// A path in it: <c>$XDG_DATA_HOME/qiansi</c> or <c>~/.local/share/qiansi</c>, <c>~/Library/Application Support/qiansi</c> on macOS,
    /// <c>%LOCALAPPDATA%\qiansi</c> on Windows. It need not exist; it is never relative, which would be in the folder of the notebooks.
    /// </summary>
    /// <param name="parts">Names below the folder.</param>
    public static string Of(params string[] parts)
    {
        // Unless told not to verify, .NET answers "" for a folder that is not there yet, as in a new account.
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine([Path.IsPathFullyQualified(user) ? user : Path.GetTempPath(), "qiansi", .. parts]);
    }
}
