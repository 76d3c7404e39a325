using Qiansi.Contracts;

namespace Qiansi.Engine.Display;

/// <summary>A value that brings its renderings.</summary>
internal interface IRendered
{
    /// <summary>The renderings, shown as they are when no media type is asked for.</summary>
    MimeBundle Bundle { get; }
}
