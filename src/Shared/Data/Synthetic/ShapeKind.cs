namespace Qiansi.Data.Synthetic;

/// <summary>What is drawn.</summary>
public enum ShapeKind
{
    /// <summary>A filled circle.</summary>
    Circle,

    /// <summary>A filled rectangle.</summary>
    Rectangle,

    /// <summary>A filled triangle, its tip above.</summary>
    Triangle,
}
