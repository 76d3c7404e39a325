using Qiansi.Vision.Transforms;

namespace Qiansi;

public static partial class torchvision
{
    /// <summary>
    /// What is done to pictures before a net sees them. Random ones draw from torch's generator, or the one given: the same seed gives the
    /// same pictures.
    /// </summary>
    public static class transforms
    {
        /// <summary>One after the other.</summary>
        public static ITransform Compose(params ITransform[] transforms) => new Compose(transforms);

        /// <summary>A function as a transform.</summary>
        public static ITransform Lambda(Func<Tensor, Tensor> lambda) => new Lambda(lambda);

        /// <summary>Each picture of a batch (N, C, H, W) by itself, with its own random numbers.</summary>
        public static ITransform EachImage(ITransform transform) => new Lambda(batch =>
        {
            if (batch.dim() != 4)
                throw new ArgumentException($"EachImage: a batch has the shape (N, C, H, W), not [{string.Join(", ", batch.shape)}]");
            return batch.size(0) == 0 ? batch : stack([.. Enumerable.Range(0, (int)batch.size(0)).Select(i => transform.call(batch[i]))]);
        });

        /// <summary>(x − mean) / deviation, for each channel.</summary>
        /// <param name="means">One for each channel.</param>
        /// <param name="stdevs">One for each channel, not 0.</param>
        public static ITransform Normalize(double[] means, double[] stdevs) => new Normalize(means, stdevs);

        /// <summary>A frame of one value around.</summary>
        /// <param name="padding">Its width in pixels.</param>
        /// <param name="fill">Its value.</param>
        public static ITransform Pad(long padding, double fill = 0) =>
            new Lambda(x => nn.functional.pad(x, [padding, padding, padding, padding], value: fill));

        /// <summary>The middle of the picture; a picture that is smaller gets a frame of zeros.</summary>
        public static ITransform CenterCrop(long height, long width) => new Lambda(x => Crops.Center(x, height, width));

        /// <summary>A random part of the picture.</summary>
        /// <param name="height">Rows of the part.</param>
        /// <param name="width">Columns of the part.</param>
        /// <param name="padding">Zeros put around first: with the picture's own size this is a random shift.</param>
        /// <param name="generator">The source of random numbers.</param>
        public static ITransform RandomCrop(long height, long width, long padding = 0, Generator? generator = null) => new Lambda(x =>
        {
            if (padding > 0) x = nn.functional.pad(x, [padding, padding, padding, padding]);
            if (height > x.size(-2) || width > x.size(-1))
            {
                var shape = string.Join(", ", x.shape);
                throw new ArgumentException($"RandomCrop: a part of {height}×{width} is larger than the picture, [{shape}]; pad it first");
            }

            return Crops.At(x, Draw.Upto(x.size(-2) - height, generator), Draw.Upto(x.size(-1) - width, generator), height, width);
        });

        /// <summary>Left and right changed, with a probability.</summary>
        public static ITransform RandomHorizontalFlip(double p = 0.5, Generator? generator = null) =>
            new Lambda(x => Draw.Happens(p, generator) ? x.flip(-1) : x);

        /// <summary>Top and bottom changed, with a probability.</summary>
        public static ITransform RandomVerticalFlip(double p = 0.5, Generator? generator = null) =>
            new Lambda(x => Draw.Happens(p, generator) ? x.flip(-2) : x);

        /// <summary>A turn around the middle by up to so many degrees either way; zeros come in at the corners.</summary>
        /// <param name="degrees">The largest turn either way.</param>
        /// <param name="generator">The source of random numbers.</param>
        /// <param name="interpolation">Nearest, as in torchvision, or Bilinear, which is smoother.</param>
        public static ITransform RandomRotation(
            double degrees, Generator? generator = null, InterpolationMode interpolation = InterpolationMode.Nearest) =>
            RandomAffine(degrees, generator: generator, interpolation: interpolation);

        /// <summary>A random turn, shift, scaling and shear around the middle; zeros come in from outside.</summary>
        /// <param name="degrees">The largest turn either way.</param>
        /// <param name="translate">The largest shift to each side, as shares of width and height.</param>
        /// <param name="scale">Between which factors the size lies.</param>
        /// <param name="shear">The largest shear of the rows either way, in degrees.</param>
        /// <param name="generator">The source of random numbers.</param>
        /// <param name="interpolation">Nearest, as in torchvision, or Bilinear, which is smoother.</param>
        public static ITransform RandomAffine(
            double degrees = 0, (double x, double y)? translate = null, (double from, double to)? scale = null, double shear = 0,
            Generator? generator = null, InterpolationMode interpolation = InterpolationMode.Nearest) => new Lambda(x =>
        {
            var turn = Draw.Between(-degrees, degrees, generator);
            var right = Draw.Between(-1, 1, generator) * (translate?.x ?? 0) * x.size(-1);
            var down = Draw.Between(-1, 1, generator) * (translate?.y ?? 0) * x.size(-2);
            var size = Draw.Between(scale?.from ?? 1, scale?.to ?? 1, generator);
            // With the sign changed, a seed gives the pictures it gave when shears went the other way.
            return functional.affine(x, turn, (right, down), size, -Draw.Between(-shear, shear, generator), interpolation);
        });

        /// <summary>The transforms themselves, without chance.</summary>
        public static class functional
        {
            /// <summary>
            /// A turn, shift, scaling and shear around the middle, as in torchvision; <see cref="rotate"/> turns the other way.
            /// </summary>
            /// <param name="image">Pictures (…, H, W) of any type; integers are rounded.</param>
            /// <param name="angle">Degrees, clockwise as seen.</param>
            /// <param name="translate">Pixels to the right and down.</param>
            /// <param name="scale">The factor of the size.</param>
            /// <param name="shear">Degrees: the rows above the middle move to the right, those below to the left.</param>
            /// <param name="interpolation">Nearest, as in torchvision, or Bilinear, which is smoother.</param>
            /// <exception cref="ArgumentException">The scale is not positive, or the shear 90 degrees or more.</exception>
            public static Tensor affine(
                Tensor image, double angle = 0, (double right, double down)? translate = null, double scale = 1, double shear = 0,
                InterpolationMode interpolation = InterpolationMode.Nearest) =>
                AffineWarp.Run(image, angle, translate ?? (0, 0), scale, shear, interpolation);

            /// <summary>A turn around the middle, degrees counter-clockwise as seen, as in torchvision.</summary>
            /// <param name="image">Pictures (…, H, W) of any type; integers are rounded.</param>
            /// <param name="angle">Degrees, counter-clockwise as seen.</param>
            /// <param name="interpolation">Nearest, as in torchvision, or Bilinear, which is smoother.</param>
            public static Tensor rotate(Tensor image, double angle, InterpolationMode interpolation = InterpolationMode.Nearest) =>
                affine(image, -angle, interpolation: interpolation);

            /// <summary>Left and right changed.</summary>
            public static Tensor hflip(Tensor image) => image.flip(-1);

            /// <summary>Top and bottom changed.</summary>
            public static Tensor vflip(Tensor image) => image.flip(-2);

            /// <summary>A part of the picture; what lies outside of it is 0.</summary>
            public static Tensor crop(Tensor image, long top, long left, long height, long width) =>
                Crops.At(image, top, left, height, width);

            /// <summary>(x − mean) / deviation, for each channel.</summary>
            public static Tensor normalize(Tensor image, double[] means, double[] stdevs) => Normalize(means, stdevs).call(image);
        }
    }
}
