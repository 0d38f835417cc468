using PdfSharp.Fonts;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Gives PDFsharp our typefaces. It asks the whole process through one setting, which is set once.</summary>
internal sealed class FontResolver : IFontResolver
{
    private static readonly Lock Once = new();

    public static void Set()
    {
        if (GlobalFontSettings.FontResolver is FontResolver) return;
        lock (Once) GlobalFontSettings.FontResolver ??= new FontResolver();
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) =>
        Array.Find(Face.All, face => face.Family == familyName && face.IsBold == bold && face.IsItalic == italic) is { } found ? new(found.File) : null;

    public byte[]? GetFont(string faceName) => Array.Find(Face.All, face => face.File == faceName)?.Bytes;
}
