namespace Qiansi.Contracts;

/// <summary>A value that brings its renderings.</summary>
public interface IRendered
{
    /// <summary>The renderings, shown as they are when no media type is asked for.</summary>
    MimeBundle Bundle { get; }
}
