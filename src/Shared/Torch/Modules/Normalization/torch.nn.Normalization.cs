using Qiansi.Modules;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A layer that scales each channel of (N, C) or (N, C, L) to mean 0 and variance 1.</summary>
        /// <param name="num_features">How many channels there are.</param>
        /// <param name="momentum">How much of the running numbers a batch replaces; null: all batches count alike.</param>
        /// <param name="affine">Whether there are factors and shifts to learn.</param>
        /// <param name="track_running_stats">Whether running numbers are kept for use; without, a batch's own are used always.</param>
        public static BatchNorm1d BatchNorm1d(long num_features, double eps = 1e-05, double? momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) => new(num_features, eps, momentum, affine, track_running_stats, dtype);

        /// <summary>A layer that scales each channel of images (N, C, H, W) to mean 0 and variance 1.</summary>
        /// <param name="num_features">How many channels there are.</param>
        /// <param name="momentum">How much of the running numbers a batch replaces; null: all batches count alike.</param>
        /// <param name="affine">Whether there are factors and shifts to learn.</param>
        /// <param name="track_running_stats">Whether running numbers are kept for use; without, a batch's own are used always.</param>
        public static BatchNorm2d BatchNorm2d(long num_features, double eps = 1e-05, double? momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) => new(num_features, eps, momentum, affine, track_running_stats, dtype);

        /// <summary>A layer that scales each channel of each of signals (N, C, L) or (C, L) to mean 0 and variance 1.</summary>
        public static InstanceNorm1d InstanceNorm1d(long num_features, double eps = 1e-05, double? momentum = 0.1, bool affine = false, bool track_running_stats = false, Device? device = null, ScalarType? dtype = null) => new(num_features, eps, momentum, affine, track_running_stats, dtype);

        /// <summary>A layer that scales each channel of each of images (N, C, H, W) or (C, H, W) to mean 0 and variance 1.</summary>
        public static InstanceNorm2d InstanceNorm2d(long num_features, double eps = 1e-05, double? momentum = 0.1, bool affine = false, bool track_running_stats = false, Device? device = null, ScalarType? dtype = null) => new(num_features, eps, momentum, affine, track_running_stats, dtype);

        /// <summary>A layer that scales the last dimensions to mean 0 and variance 1.</summary>
        /// <param name="normalized_shape">Their sizes.</param>
        public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) => new(normalized_shape, eps, elementwise_affine, bias, dtype);

        /// <summary>A layer that scales the last dimension to mean 0 and variance 1.</summary>
        /// <param name="normalized_shape">Its size.</param>
        public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) => new([normalized_shape], eps, elementwise_affine, bias, dtype);

        /// <summary>A layer that scales each group of channels of each sample to mean 0 and variance 1.</summary>
        public static GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) => new(num_groups, num_channels, eps, affine, dtype);
    }
}
