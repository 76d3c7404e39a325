using System.Globalization;
using System.Runtime.InteropServices;
using Qiansi.Server.Http;

namespace Qiansi.Server.Contents;

/// <summary>The user's trash: freedesktop.org's on Linux, where file managers restore from it, the Recycle Bin on Windows,
/// <c>~/.Trash</c> on macOS.</summary>
/// <remarks>Source: The FreeDesktop.org Trash specification 1.0. What lies on another file system goes into a
/// trash at the top of that.</remarks>
internal sealed class Trash
{
    private readonly string _folder;
    private readonly string? _top;

    private Trash(string folder, string? top) => (_folder, _top) = (folder, top);

    /// <summary>The trash for what is below a folder; null when there is none that can be written to.</summary>
    /// <param name="served">The folder.</param>
    /// <param name="home">The user's trash; where the system has it when null.</param>
    public static Trash? Find(string served, string? home)
    {
        const Environment.SpecialFolderOption Unmade = Environment.SpecialFolderOption.DoNotVerify;
        home ??= OperatingSystem.IsMacOS()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".Trash")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Unmade), "Trash");
        if (OperatingSystem.IsWindows()) return new(home, null);
        var top = Mount(served);
        var trash = Mount(home) == top ? new Trash(home, null) : new Trash(Path.Combine(top, $".Trash-{geteuid()}"), top);
        var there = trash._folder;
        while (!Path.Exists(there)) there = Path.GetDirectoryName(there)!;
        return Directory.Exists(there) && FileFacts.IsWritable(there) ? trash : null;
    }

    private string Files => OperatingSystem.IsMacOS() ? _folder : Path.Combine(_folder, "files");

    private string Infos => OperatingSystem.IsMacOS() ? _folder : Path.Combine(_folder, "info");

    /// <summary>Moves a file, or a folder with all that is in it, into the trash.</summary>
    /// <exception cref="HttpFailure">It cannot be, and is still where it was.</exception>
    public void Take(ContentPath path)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Recycle(path.File);
            else Move(path.File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why = $"'{path.Api}' was not deleted, since it cannot be moved to the trash: {e.Message}";
            throw new HttpFailure(FailureReplies.StatusOf(e) ?? 400, why);
        }
    }

    private void Move(string path)
    {
        foreach (var folder in (string[])[_folder, Files, Infos]) PrivateFolder.Create(folder);
        for (var i = 1; ; i++)
        {
            var name = Path.GetFileName(path);
            if (i > 1) name = FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(path)} {i}{Path.GetExtension(path)}");
            var place = Path.Combine(Files, name);
            if (File.Exists(place) || Directory.Exists(place)) continue;
            var info = Path.Combine(Infos, name + ".trashinfo");
            try
            {
                if (!OperatingSystem.IsMacOS()) Describe(path, info);
            }
            catch (IOException) when (File.Exists(info))
            {
                // Another program took the name in this moment.
                continue;
            }
            try
            {
                if (Directory.Exists(path)) Directory.Move(path, place);
                else File.Move(path, place);
                return;
            }
            catch
            {
                if (!OperatingSystem.IsMacOS()) File.Delete(info);
                throw;
            }
        }
    }

    private void Describe(string path, string info)
    {
        var shown = _top is null ? path : Path.GetRelativePath(_top, path);
        using var stream = new StreamWriter(new FileStream(info, FileMode.CreateNew, FileAccess.Write));
        stream.Write($"[Trash Info]\nPath={string.Join('/', shown.Split('/').Select(Uri.EscapeDataString))}\n");
        stream.Write(string.Create(CultureInfo.InvariantCulture, $"DeletionDate={DateTime.Now:yyyy-MM-ddTHH:mm:ss}\n"));
    }

    private static void Recycle(string path)
    {
        const Microsoft.VisualBasic.FileIO.UIOption Quiet = Microsoft.VisualBasic.FileIO.UIOption.OnlyErrorDialogs;
        const Microsoft.VisualBasic.FileIO.RecycleOption Bin = Microsoft.VisualBasic.FileIO.RecycleOption.SendToRecycleBin;
        if (Directory.Exists(path)) Microsoft.VisualBasic.FileIO.FileSystem.DeleteDirectory(path, Quiet, Bin);
        else Microsoft.VisualBasic.FileIO.FileSystem.DeleteFile(path, Quiet, Bin);
    }

    /// <summary>The top of the file system that a path lies on, which need not exist yet.</summary>
    private static string Mount(string path) => DriveInfo.GetDrives().Select(d => d.RootDirectory.FullName)
        .Where(m => (path + "/").StartsWith(m.EndsWith('/') ? m : m + "/", StringComparison.Ordinal)).MaxBy(m => m.Length) ?? "/";

    [DllImport("libc")]
    private static extern uint geteuid();
}
