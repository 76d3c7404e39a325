namespace Qiansi.Snl.Semantics;

/// <summary>
/// The first words of each activation record. Parameters follow, then variables, then what the code generator puts aside.
/// </summary>
public static class ActivationRecord
{
    /// <summary>Address of the caller's record (dynamic link).</summary>
    public const int DynamicLink = 0;

    /// <summary>Where the caller goes on.</summary>
    public const int ReturnAddress = 1;

    /// <summary>Address of the newest record of the procedure around this one (static link).</summary>
    public const int StaticLink = 2;

    /// <summary>Words before the first parameter.</summary>
    public const int Header = 3;
}
