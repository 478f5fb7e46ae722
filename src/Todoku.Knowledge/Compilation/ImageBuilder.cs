using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Todoku.Knowledge.Images;

namespace Todoku.Knowledge.Compilation;

/// <summary>Gathers the sections of a <see cref="KnowledgeImage"/> and writes them out.</summary>
internal sealed class ImageBuilder
{
    private readonly byte[][] _sections = new byte[(int)ImageSection.Count][];
    private readonly Dictionary<string, uint> _strings = new(StringComparer.Ordinal);
    private readonly List<byte> _stringBytes = [];
    private readonly List<uint> _stringStarts = [];

    public ImageBuilder() => String(""); // index 0 stands for "none" wherever a string may be missing

    /// <summary>The index of a string; equal strings are kept once.</summary>
    public uint String(string text)
    {
        if (_strings.TryGetValue(text, out var index)) return index;
        index = (uint)_stringStarts.Count;
        _stringStarts.Add((uint)_stringBytes.Count);
        _stringBytes.AddRange(Encoding.UTF8.GetBytes(text));
        _strings.Add(text, index);
        return index;
    }

    /// <summary>Sets a section.</summary>
    public void Set<T>(ImageSection section, ReadOnlySpan<T> items)
        where T : unmanaged => _sections[(int)section] = MemoryMarshal.AsBytes(items).ToArray();

    /// <summary>Sets a section.</summary>
    public void SetList<T>(ImageSection section, List<T> items)
        where T : unmanaged => Set<T>(section, CollectionsMarshal.AsSpan(items));

    /// <summary>The length of a section in bytes.</summary>
    public int SectionLength(ImageSection section) => _sections[(int)section].Length;

    /// <summary>The image.</summary>
    public byte[] Build()
    {
        SetList(ImageSection.StringBytes, _stringBytes);
        Set<uint>(ImageSection.StringStarts, [.. _stringStarts, (uint)_stringBytes.Count]);
        var offset = Align(KnowledgeImage.HeaderLength);
        var image = new byte[offset + _sections.Sum(section => Align(section.Length))];
        BinaryPrimitives.WriteUInt32LittleEndian(image, KnowledgeImage.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(4), KnowledgeImage.Version);
        for (var i = 0; i < _sections.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(8 + (i * 8)), offset);
            BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(12 + (i * 8)), _sections[i].Length);
            _sections[i].CopyTo(image, offset);
            offset += Align(_sections[i].Length);
        }
        return image;
    }

    private static int Align(int length) => (length + 7) & ~7;
}
