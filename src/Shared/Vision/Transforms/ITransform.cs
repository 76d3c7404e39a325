namespace Qiansi;

public static partial class torchvision
{
    /// <summary>Something done to pictures: (C, H, W), or (N, C, H, W) all alike.</summary>
    public interface ITransform
    {
        /// <summary>The pictures afterwards.</summary>
        Tensor call(Tensor input);
    }
}
