namespace Qiansi.Tool.Doctor;

/// <summary>The operating systems that need different commands.</summary>
internal enum SystemKind
{
    /// <summary>Linux of any distribution.</summary>
    Linux,

    /// <summary>Apple's.</summary>
    MacOS,

    /// <summary>Microsoft's.</summary>
    Windows,
}
