namespace Qiansi.Tool.Doctor;

/// <summary>How a thing stands on this machine.</summary>
internal enum DoctorStatus
{
    /// <summary>It is there and answers.</summary>
    Found,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is there but too old, silent, or set up wrongly; <see cref="DoctorRow.Detail"/> says which.</summary>
    Problem,
}

/// <summary>One line of the report.</summary>
/// <param name="Area">What it belongs to: <c>.NET</c>, <c>Jupyter</c>, <c>GPU</c>, ….</param>
/// <param name="Name">The thing: <c>SDK</c>.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Version">Its version, when it has one.</param>
/// <param name="Path">Where it is: a file, a folder, an address.</param>
/// <param name="Detail">What else is to say, a size or what is wrong; null when nothing.</param>
/// <param name="Why">What one wants it for.</param>
/// <param name="HowToGet">The command for this operating system; null when there is nothing to get.</param>
internal sealed record DoctorRow(
    string Area, string Name, DoctorStatus Status, string? Version, string? Path, string? Detail, string Why, string? HowToGet)
{
    /// <summary>A thing that is there.</summary>
    public static DoctorRow Found(
        string area, string name, string why, string? version = null, string? path = null, string? detail = null) =>
            new(area, name, DoctorStatus.Found, version, path, detail, why, null);

    /// <summary>A thing that is not there.</summary>
    public static DoctorRow Missing(string area, string name, string why, string? howToGet, string? detail = null) =>
        new(area, name, DoctorStatus.Missing, null, null, detail, why, howToGet);
}
