using Qiansi.Engine.CSharp.Errors;

namespace Qiansi.Engine.CSharp;

/// <summary>What C# asks of the cell it runs in, beyond what every language does; a cell that cannot answer runs guarded, and without
/// being woken.</summary>
internal interface ICSharpCell : ICellContext
{
    /// <summary>Whether C# of this cell is compiled without guards (<c>#!unguarded</c>).</summary>
    bool Unguarded { get; set; }

    /// <summary>How exceptions of its code are told.</summary>
    RuntimeErrors Errors { get; set; }

    /// <summary>The cell's own code starts: from here on its sleeps and waits may be woken.</summary>
    void EnterUserCode();

    /// <summary>The cell's own code has ended.</summary>
    void LeaveUserCode();

    /// <summary>Tells of an exception that nobody caught, on a thread, in a timer or in <c>async void</c>, also after the cell has
    /// ended.</summary>
    /// <remarks>That of an interrupt is none.</remarks>
    void Fail(Exception exception);
}
