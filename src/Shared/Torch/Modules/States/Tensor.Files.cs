using System.Text;
using Qiansi.Torch.States;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Writes the tensor in TorchSharp's format, which <see cref="load(string)"/> and TorchSharp's <c>Tensor.load</c> read.
        /// </summary>
        public void save(string location)
        {
            using var writer = new BinaryWriter(File.Create(location), Encoding.UTF8);
            StateFile.Write(writer, this);
        }

        /// <summary>Reads a tensor that <see cref="save"/>, or TorchSharp's <c>Tensor.save</c>, wrote.</summary>
        /// <exception cref="InvalidDataException">The file is damaged or of another format.</exception>
        public static Tensor load(string location)
        {
            using var reader = new BinaryReader(File.OpenRead(location), Encoding.UTF8);
            return StateFile.ReadTensor(reader, location);
        }

        /// <inheritdoc cref="load(string)"/>
        public static Tensor Load(string location) => load(location);

        /// <summary>Reads a tensor in TorchSharp's format from a stream.</summary>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            return Load(reader);
        }

        /// <summary>Reads a tensor in TorchSharp's format.</summary>
        public static Tensor Load(BinaryReader reader) => StateFile.ReadTensor(reader, "the stream");
    }
}
