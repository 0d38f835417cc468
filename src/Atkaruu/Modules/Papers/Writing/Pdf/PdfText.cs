using System.Text;

namespace Atkaruu.Modules.Papers.Writing.Pdf;

/// <summary>Words as a PDF keeps them outside its pages.</summary>
internal static class PdfText
{
    /// <summary>UTF-16 with its mark, in hexadecimal digits.</summary>
    public static string Hex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
