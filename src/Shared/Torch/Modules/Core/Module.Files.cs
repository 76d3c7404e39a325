using Qiansi.Torch.States;

namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Writes the state to a file: <c>model.safetensors</c> in that format, which Python reads too; any other name in TorchSharp's.
            /// </summary>
            /// <param name="location">The file.</param>
            /// <param name="skip">Names that are left out.</param>
            /// <returns>This module.</returns>
            /// <exception cref="ArgumentException">The name ends as PyTorch's files do, which are not written.</exception>
            public Module save(string location, IList<string>? skip = null)
            {
                if (location.EndsWith(".pt", StringComparison.OrdinalIgnoreCase)
                    || location.EndsWith(".pth", StringComparison.OrdinalIgnoreCase))
                    throw new ArgumentException(
                        $"save: '{location}': files of torch.save are read, not written; use model.safetensors, which Python reads by "
                            + "safetensors.torch.load_file");
                if (location.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase))
                {
                    save_safetensors(state_dict().Where(entry => skip?.Contains(entry.Key) != true), location);
                    return this;
                }
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            /// <summary>Writes the state in TorchSharp's format.</summary>
            /// <returns>This module.</returns>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <summary>Writes the state in TorchSharp's format.</summary>
            /// <returns>This module.</returns>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes tensors by name in TorchSharp's format.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null) =>
                StateFile.Write(writer, [.. sd.Where(entry => skip?.Contains(entry.Key) != true)]);

            /// <summary>A new module with the state of a file.</summary>
            /// <param name="path">The file, as <see cref="save(string, IList{string})"/> writes it.</param>
            public static Module Create<T>(string path) where T : Module, new() => new T().load(path);

            /// <summary>
            /// Reads the state from a file: safetensors, a state dict of torch.save (.pt, .pth), or TorchSharp's format, whichever it is.
            /// </summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Names that the model or the file alone has are an error.</param>
            /// <param name="skip">Names to leave as they are.</param>
            /// <param name="loadedParameters">Is given each of the model's names, and whether the file had it.</param>
            /// <returns>This module.</returns>
            /// <exception cref="InvalidOperationException">The state does not fit the model.</exception>
            /// <exception cref="InvalidDataException">The file is damaged or of another format.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null) =>
                Take(StateFile.Open(location), strict, skip, loadedParameters);

            /// <summary>Reads the state in TorchSharp's format.</summary>
            /// <returns>This module.</returns>
            public virtual Module load(Stream stream, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads the state in TorchSharp's format.</summary>
            /// <returns>This module.</returns>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null) =>
                Take(StateFile.Read(reader, "the stream"), strict, skip, loadedParameters);

            private Module Take(Dictionary<string, Tensor> source, bool strict, IList<string>? skip, Dictionary<string, bool>? loaded)
            {
                load_state_dict(source, strict, skip);
                if (loaded == null) return this;
                foreach (var (key, _) in State()) loaded[key] = source.ContainsKey(key) && skip?.Contains(key) != true;
                return this;
            }
        }
    }
}
